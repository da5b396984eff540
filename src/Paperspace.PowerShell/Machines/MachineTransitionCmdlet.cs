using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a machine takes time, with <c>-Wait</c>.</summary>
public abstract class MachineTransitionCmdlet : ResourceTransitionCmdlet<Machine>
{
    private protected const string MachineSet = "Machine";
    private protected const string IdSet = "Id";

    private static readonly Backoff UpgradeBackoff = new(TimeSpan.FromSeconds(5), 1.5, TimeSpan.FromSeconds(30));

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Machine>> Targets => ParameterSetName == IdSet ? Id : Machine;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Machine> Descriptor => MachineDescriptor.Instance;

    /// <remarks>With -Wait, an action that is rejected because the machine is being upgraded is requested again until the upgrade has
    /// ended, or until -Timeout.</remarks>
    private protected override async Task<Operation?> SendAsync(
        IPaperspaceClient client, string id, ResourceRequest send, CancellationToken cancellationToken)
    {
        var until = client.Now + Timeout;
        for (var attempt = 0; ; attempt++)
            try
            {
                return await base.SendAsync(client, id, send, cancellationToken).ConfigureAwait(false);
            }
            catch (PaperspaceException refusal) when (Waits && IsUpgrading(refusal) && client.Now < until)
            {
                var pause = UpgradeBackoff.GetDelay(attempt);
                var left = until - client.Now;
                using var either = CancellationTokenSource.CreateLinkedTokenSource(Ending, cancellationToken);
                try
                {
                    await client.DelayAsync(pause < left ? pause : left, either.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    // The command was interrupted: the last attempt was rejected, and no other is sent.
                    throw refusal;
                }
            }
    }

    private static bool IsUpgrading(PaperspaceException refusal) =>
        refusal.Reason == PaperspaceErrorReason.RequestRejected
        && refusal.ApiMessage?.IndexOf("currently upgrading", StringComparison.OrdinalIgnoreCase) >= 0;
}
