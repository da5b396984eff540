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
    [Resource(typeof(MachineDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>? Machine { get; set; }

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
    private protected override ResourceRequest CreateRequest()
    {
        var machine = Machine;
        return async (client, id, token) =>
        {
            if (machine is null) return await UnassignAsync(client, id, token).ConfigureAwait(false);
            try
            {
                await client.PublicIps.AssignAsync(id, machine.Id, token).ConfigureAwait(false);
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
        string id,
        CancellationToken cancellationToken)
    {
        await client.PublicIps.UnassignAsync(id, cancellationToken).ConfigureAwait(false);
        return new Operation
        {
            ResourceKind = ResourceKinds.PublicIp,
            ResourceId = id,
            Warnings = [$"{id} has no machine now, and goes on costing until Remove-PsPublicIp releases it."],
        };
    }
}
