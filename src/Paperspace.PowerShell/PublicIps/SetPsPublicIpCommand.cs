using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Assigns public addresses to machines, and takes them from machines.</summary>
[Cmdlet(VerbsCommon.Set, "PsPublicIp", SupportsShouldProcess = true)]
[OutputType(typeof(PublicIp))]
public sealed class SetPsPublicIpCommand : PublicIpActionCmdlet
{
    private bool _takesBack;

    /// <summary>Gets or sets the machine that gets the address; $null takes it from the one that has it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [AllowNull]
    [MachineIdentityTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity? Machine { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => Machine is null
        ? "Take the public IP from its machine; it goes on costing until it is released"
        : $"Assign the public IP to machine {Machine}";

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.PublicIps.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        // What an object of the pipeline leaves empty, or a script block makes nothing of, takes nothing from a machine.
        _takesBack = MyInvocation.BoundParameters.TryGetValue(nameof(Machine), out var given) && given is null;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override bool PrepareRecord()
    {
        var failure =
            Machine?.Failure
            ?? (
                Machine is null && !_takesBack
                    ? PaperspaceException.InvalidRequest(
                        "Machine was given nothing. Give it a machine; on the command line, $null takes the address from its machine.",
                        nameof(Machine))
                    : null);
        if (failure is null) return true;
        foreach (var publicIp in Ip) WriteFailure(failure, publicIp.Target);
        return false;
    }

    /// <inheritdoc/>
    private protected override ResourceRequest<PublicIpIdentity> CreateRequest()
    {
        var machine = Machine;
        return async (client, target, token) =>
        {
            if (machine is null) return await UnassignAsync(client, target, token).ConfigureAwait(false);
            try
            {
                await client.PublicIps.AssignAsync(target.Id, machine.Id, token).ConfigureAwait(false);
                return null;
            }
            catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
            {
                throw await EnrichAsync(failure, machine.Target, token).ConfigureAwait(false);
            }
        };
    }

    private static async Task<Operation?> UnassignAsync(
        IPaperspaceClient client,
        PublicIpIdentity target,
        CancellationToken cancellationToken)
    {
        await client.PublicIps.UnassignAsync(target.Id, cancellationToken).ConfigureAwait(false);
        return new Operation
        {
            ResourceKind = ResourceKinds.PublicIp,
            ResourceId = target.Id,
            Warnings = [$"{target.Id} has no machine now, and goes on costing until Remove-PsPublicIp releases it."],
        };
    }
}
