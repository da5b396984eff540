using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates private networks, one for each name.</summary>
[Cmdlet(VerbsCommon.New, "PsNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class NewPsNetworkCommand : AccountCmdlet
{
    /// <summary>Gets or sets the name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the region: NY2, CA1, AMS1, or a full name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "";

    /// <summary>Moves every machine of the region that is on no private network to it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter MigrateMachines { get; set; }

    /// <summary>Moves machines without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Networks.Require(ResourceAction.Create);
        var action = MigrateMachines
            ? "Create network, and move every machine of the region that is on no private network to it"
            : "Create network";
        NetworkCreateOptions options;
        try
        {
            options = OptionBinder.Fill(new NetworkCreateOptions(), this, takesRow: true);
            options.Validate();
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, Name);
            return;
        }

        if (!ShouldProcess($"{Name} ({Regions.FullName(Region)})", action) || !IsMigrationWanted()) return;
        await SubmitChangeAsync(
            action,
            (client, change, token) =>
                change.SendAsync(client.Now, () => client.Networks.CreateAsync(options, token), network => network.Id),
            Name,
            Name,
            (network, _) => WriteObject(network),
            cancellationToken);
    }

    private bool IsMigrationWanted() => !MigrateMachines || Force || ShouldContinue(
        $"Every machine in {Regions.FullName(Region)} that is on no private network is moved to '{Name}', and cannot go back. "
        + "Its private address changes, and what is connected by it is cut off. Move them?",
        "Move machines",
        "-Force");
}
