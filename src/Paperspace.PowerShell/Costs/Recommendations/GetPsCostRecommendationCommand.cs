using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds what is paid for and may not be used, with what it costs and the command that would end it.</summary>
[Cmdlet(VerbsCommon.Get, "PsCostRecommendation", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(CostRecommendation))]
public sealed class GetPsCostRecommendationCommand : MachineSelectionCmdlet
{
    private CostRecommendationFinder? _finder;

    /// <summary>Gets or sets the findings to look for. All without it.</summary>
    [Parameter]
    [Alias("Kind")]
    public CostRecommendationKind[]? Finding { get; set; }

    /// <summary>Gets or sets how long a machine is off before it is worth a recommendation; a number means days. 7 days without
    /// it.</summary>
    [Parameter]
    [Days]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan OffLongerThan { get; set; } = CostRecommendationOptions.DefaultOffTime;

    /// <summary>Gets or sets how long a machine without a shutdown timeout runs before it is worth a recommendation; a number means hours.
    /// 24 hours without it.</summary>
    [Parameter]
    [Hours]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan RunningLongerThan { get; set; } = CostRecommendationOptions.DefaultRunningTime;

    /// <summary>Gets or sets how many snapshots of a machine are worth none. 5 without it.</summary>
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
            if (page.Warning is { } warning) WriteWarning(warning);
        }

        await Finder.AddOthersAsync(isWholeAccount: true, cancellationToken);
    }
}
