using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how much machines and their storage were used in months, and what that costs (operation utilization).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineUtilization", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineUtilization))]
public sealed class GetPsMachineUtilizationCommand : BillingMonthCmdlet
{
    private readonly ResourceTargets<Machine> _targets;
    private ReadProgress? _progress;

    /// <summary>Creates the cmdlet.</summary>
    public GetPsMachineUtilizationCommand()
    {
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, machines, or objects with an Id or MachineId property; all
    /// without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Id { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Machine is null && Id is null)
        {
            _progress = new ReadProgress(this, "Reading usage");
            using var pager = Client.Machines.List();
            while (await pager.NextAsync(cancellationToken) is { } page)
            {
                _progress.Add(page.Count);
                foreach (var machine in page) await SubmitAsync(MachineDescriptor.Instance.Identify(machine), cancellationToken);

                if (page.Warning is { } warning) WriteWarning(warning);
            }

            return;
        }

        foreach (var machine in await _targets.FindAllAsync(Client, [.. Machine ?? [], .. Id ?? []], cancellationToken))
            await SubmitAsync(machine, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        _progress?.Dispose();
    }

    private Task SubmitAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        var months = Months;
        return SubmitAsync(
            (client, token) => _targets.SendAsync(
                client,
                machine,
                found => ReadAsync(client, found, months, token),
                token),
            machine.Target,
            read =>
            {
                _progress?.Advance();
                WriteObject(read, enumerateCollection: true);
            },
            cancellationToken);
    }

    /// <summary>Reads the use with the machine's description, which names it and tells its list price.</summary>
    private static async Task<IReadOnlyList<MachineUtilization>> ReadAsync(
        IPaperspaceClient client, ResourceIdentity<Machine> machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken)
    {
        var read = await client.Machines.GetUtilizationAsync(machine.Id, machine.Resource, months, cancellationToken).ConfigureAwait(false);
        if (machine.Resource is null && read.Any(item => item.MachineName is null))
            try
            {
                var described = await client.Machines.GetAsync(machine.Id, cancellationToken).ConfigureAwait(false);
                foreach (var utilization in read) utilization.Describe(described);
            }
            catch (PaperspaceException)
            {
                // A deleted machine has figures, and no description any more.
            }

        foreach (var utilization in read) ListPrices.Fill(utilization);
        return read;
    }
}
