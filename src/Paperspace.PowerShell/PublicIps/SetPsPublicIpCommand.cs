using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Assigns public addresses to machines, and takes them from machines.</summary>
[Cmdlet(VerbsCommon.Set, "PsPublicIp", SupportsShouldProcess = true)]
[OutputType(typeof(PublicIp))]
public sealed class SetPsPublicIpCommand : PublicIpActionCmdlet
{
    private readonly ResourceTargets<Machine> _machines;
    private bool _takesBack;

    /// <summary>Creates the cmdlet.</summary>
    public SetPsPublicIpCommand()
    {
        _machines = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machine that gets the address; $null takes it from the one that has it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [AllowNull]
    [Resource(typeof(MachineDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>? Machine { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => Machine is null
        ? "Remove the public IP from its machine; it is billed until it is released"
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
    protected override async Task<bool> PrepareRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Machine?.Failure is { } failure) throw failure;
            if (Machine is null)
                return _takesBack
                    ? true
                    : throw PaperspaceException.InvalidRequest(
                        "Machine is empty. Specify a machine; on the command line, $null takes the address from its machine.",
                        nameof(Machine));
            if (!MachineDescriptor.Instance.LooksLikeId(Machine.Id))
                Machine = await _machines.Lookup.FindOneAsync(Client, Machine, cancellationToken);
            return true;
        }
        catch (PaperspaceException unknown) when (unknown.Reason != PaperspaceErrorReason.NotSupported)
        {
            foreach (var publicIp in Ip) WriteFailure(unknown, publicIp.Target);
            return false;
        }
    }

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var machine = Machine;
        return async (client, id, token) =>
        {
            if (machine is null) return await UnassignAsync(client, id, token).ConfigureAwait(false);
            return await _machines.SendAsync<Operation?>(
                client,
                machine,
                async found =>
                {
                    await client.PublicIps.AssignAsync(id, found.Id, token).ConfigureAwait(false);
                    return null;
                },
                token).ConfigureAwait(false);
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
            Warnings = [$"{id} is no longer assigned to a machine. It is billed until Remove-PsPublicIp releases it."],
        };
    }
}
