using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Claims static public addresses, one for each region that is given.</summary>
[Cmdlet(VerbsCommon.New, "PsPublicIp", SupportsShouldProcess = true)]
[OutputType(typeof(PublicIp))]
public sealed class NewPsPublicIpCommand : AccountCmdlet
{
    private const string Action = "Claim public IP, which costs until it is released";

    /// <summary>Gets or sets the region: NY2, CA1, AMS1, or a full name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.PublicIps.Require(ResourceAction.Create);
        var region = Regions.FullName(Region);
        if (!ShouldProcess(region, Action)) return;
        await SubmitChangeAsync(
            Action,
            (client, change, token) =>
                change.SendAsync(client.Now, () => client.PublicIps.ClaimAsync(region, token), publicIp => publicIp.Ip),
            region,
            region,
            (publicIp, _) => WriteObject(publicIp),
            cancellationToken);
    }
}
