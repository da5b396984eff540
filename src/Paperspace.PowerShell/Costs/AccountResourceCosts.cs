namespace Paperspace.PowerShell;

/// <summary>Reads static addresses, snapshots, custom templates and shared drives, and computes their cost at list price.</summary>
internal sealed class AccountResourceCosts
{
    private const double BytesPerGB = 1024d * 1024 * 1024;

    private readonly AccountCmdlet _cmdlet;
    private readonly IReadOnlyList<BillingMonth> _months;
    private readonly Action<MachineCostFigure> _add;
    private readonly List<CostKind> _notReturned = [];

    /// <summary>Prepares to read them; sends nothing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="months">The months.</param>
    /// <param name="add">Takes each cost.</param>
    public AccountResourceCosts(AccountCmdlet cmdlet, IReadOnlyList<BillingMonth> months, Action<MachineCostFigure> add)
    {
        (_cmdlet, _months, _add) = (cmdlet, months, add);
    }

    /// <summary>Gets the kinds that the API does not return, in any order.</summary>
    public IReadOnlyList<CostKind> NotReturned => _notReturned;

    /// <summary>Begins to read them.</summary>
    /// <param name="machines">The machines of the account; a snapshot is as large as the disk of its machine.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task SubmitAsync(IEnumerable<Machine> machines, CancellationToken cancellationToken)
    {
        var prices = PriceList.Current;
        var known = new Dictionary<string, Machine>(StringComparer.Ordinal);
        foreach (var machine in machines) known[machine.Id] = machine;
        var now = _cmdlet.Client.Now;
        await SubmitAsync(
            CostKind.PublicIp,
            client => client.PublicIps.List(),
            address => Add(
                CostKind.PublicIp,
                new StandingCost(prices.PublicIp, address.DtCreated, null, now),
                address.Ip,
                FindMachine(address.AssignedMachineId)?.Name,
                address.Region),
            cancellationToken);
        await SubmitAsync(
            CostKind.Snapshot,
            client => client.Snapshots.List(null, includeDates: true),
            snapshot =>
            {
                var machine = FindMachine(snapshot.MachineId);
                var price = prices.Snapshots.FindBytes(machine?.StorageTotal);
                Add(
                    CostKind.Snapshot,
                    new StandingCost(price, snapshot.DtCreated ?? machine?.DtCreated, null, now),
                    snapshot.Id,
                    snapshot.Name,
                    machine?.Region);
            },
            cancellationToken);
        await SubmitAsync(
            CostKind.Template,
            client => client.Templates.List(true),
            template =>
            {
                var size = template.DefaultSizeGb ?? FindMachine(template.ParentMachineId)?.StorageTotal / BytesPerGB;
                Add(
                    CostKind.Template,
                    new StandingCost(prices.CustomTemplates.Find(size), template.DtCreated, template.DtDeleted, now),
                    template.Id,
                    template.Label ?? template.Name,
                    template.Region);
            },
            cancellationToken);
        await SubmitAsync(
            CostKind.SharedDrive,
            client => client.SharedDrives.List(),
            drive => Add(
                CostKind.SharedDrive,
                new StandingCost(prices.SharedDrives.FindBytes(drive.Size), drive.DtCreated, drive.DtDeleted, now),
                drive.Id,
                drive.Name,
                drive.Region),
            cancellationToken);

        Machine? FindMachine(string? id) => id is not null && known.TryGetValue(id, out var machine) ? machine : null;
    }

    private Task SubmitAsync<T>(
        CostKind kind, Func<IPaperspaceClient, IPager<T>> list, Action<T> add, CancellationToken cancellationToken) => _cmdlet.SubmitAsync(
        (client, token) => ReadAsync(client, kind, list, token),
        CostKinds.GetPlural(kind),
        read =>
        {
            if (read.Failure is { Reason: PaperspaceErrorReason.NotSupported }) _notReturned.Add(kind);
            foreach (var item in read.Items) add(item);
            if (read.Warning is { } warning)
                foreach (var month in _months) _add(MachineCostFigure.Unlisted(kind, warning, month.ToString()));
            if (read.Failure is null || _notReturned.Contains(kind)) return;
            foreach (var month in _months) _add(MachineCostFigure.Unlisted(kind, "It could not be read.", month.ToString()));
            _cmdlet.WriteFailure(read.Failure, CostKinds.GetPlural(kind));
        },
        cancellationToken);

    private static async Task<(IReadOnlyList<T> Items, string? Warning, PaperspaceException? Failure)> ReadAsync<T>(
        IPaperspaceClient client, CostKind kind, Func<IPaperspaceClient, IPager<T>> list, CancellationToken cancellationToken)
    {
        try
        {
            // Core lists all templates without the size of the team's own.
            if (kind == CostKind.Template) client.Templates.Require(ResourceAction.Create);
            var warnings = new List<string>();
            var items = await list(client).ReadAllAsync(warnings, cancellationToken).ConfigureAwait(false);
            return (items, warnings.FirstOrDefault(), null);
        }
        catch (PaperspaceException failure)
        {
            return ([], null, failure);
        }
    }

    private void Add(CostKind kind, StandingCost cost, string id, string? name, string? region)
    {
        foreach (var month in _months.Where(cost.IsIn))
        {
            var (spent, projected) = (cost.GetCost(month), cost.GetProjectedCost(month));
            _add(new MachineCostFigure
            {
                Kind = kind,
                MachineId = id,
                MachineName = name,
                Region = region,
                BillingMonth = month.ToString(),
                HasStorage = kind != CostKind.PublicIp,
                StorageCost = kind == CostKind.PublicIp ? null : spent,
                Cost = spent,
                ProjectedCost = projected,
                IsEstimate = true,
                IsListPrice = spent is not null,
                IsComplete = spent is not null,
                MissingData = spent is null ? "Its price is unknown." : null,
            });
        }
    }
}
