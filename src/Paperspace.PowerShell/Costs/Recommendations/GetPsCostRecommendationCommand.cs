using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds resources that the account pays for but may not need, with the possible saving and a suggested command.</summary>
[Cmdlet(VerbsCommon.Get, "PsCostRecommendation", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(CostRecommendation))]
public sealed class GetPsCostRecommendationCommand : MachineSelectionCmdlet
{
    private CostRecommendationFinder? _finder;

    /// <summary>Gets or sets the findings to look for. The default is all of them.</summary>
    [Parameter]
    [Alias("Kind")]
    public CostRecommendationKind[]? Finding { get; set; }

    /// <summary>Gets or sets how long a machine must be off to be found; a number means days. The default is 7 days.</summary>
    [Parameter]
    [Days]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan OffLongerThan { get; set; } = CostRecommendationOptions.DefaultOffTime;

    /// <summary>Gets or sets how long a machine without a shutdown timeout must run to be found; a number means hours. The default is 24
    /// hours.</summary>
    [Parameter]
    [Hours]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan RunningLongerThan { get; set; } = CostRecommendationOptions.DefaultRunningTime;

    /// <summary>Gets or sets how many snapshots a machine may have without being found. The default is 5.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int SnapshotLimit { get; set; } = CostRecommendationOptions.DefaultSnapshotCount;

    private CostRecommendationFinder Finder => _finder ??= new CostRecommendationFinder(this, new CostRecommendationOptions
    {
        Kinds = Finding,
        OffTime = OffLongerThan,
        RunningTime = RunningLongerThan,
        SnapshotCount = SnapshotLimit,
        CommandSuffix = Account is null ? "" : $" -Account {CompletionResults.Quote(Account.ToString())}",
    });

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Given is not { } given)
        {
            await FindAllAsync(cancellationToken);
            return;
        }

        foreach (var machine in await Targets.FindCertainAsync(Client, given, cancellationToken))
            await Finder.AddAsync(machine, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        WriteObject(Finder.Found, enumerateCollection: true);
    }

    private async Task FindAllAsync(CancellationToken cancellationToken)
    {
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            foreach (var machine in page) await Finder.AddAsync(machine, cancellationToken);
            if (page.Warning is not { } warning) continue;
            WriteWarning(warning);
            Finder.AddListWarning();
        }

        await Finder.AddOthersAsync(isWholeAccount: true, cancellationToken);
    }
}
