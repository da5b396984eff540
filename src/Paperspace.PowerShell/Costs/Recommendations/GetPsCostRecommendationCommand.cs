using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds what is paid for and may not be used, with what it costs and the command that would end it.</summary>
[Cmdlet(VerbsCommon.Get, "PsCostRecommendation")]
[OutputType(typeof(CostRecommendation))]
public sealed class GetPsCostRecommendationCommand : AccountCmdlet
{
    private readonly List<CostRecommendation> _found = [];
    private CostRecommendationReader? _reader;

    /// <summary>The machines to look at: ids, machines, or objects with an Id or MachineId property. All of the account without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[]? Id { get; set; }

    /// <summary>The kinds to look for. All without it.</summary>
    [Parameter]
    public CostRecommendationKind[]? Kind { get; set; }

    /// <summary>How long a machine without a shutdown timeout runs before it is worth a recommendation; a number means hours. 24 hours without it.</summary>
    [Parameter]
    [Hours]
    public TimeSpan RunningLongerThan { get; set; } = CostRecommendationOptions.DefaultRunningTime;

    /// <summary>How many snapshots of a machine are worth none. 5 without it.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SnapshotLimit { get; set; } = CostRecommendationOptions.DefaultSnapshotCount;

    private CostRecommendationReader Reader => _reader ??= new CostRecommendationReader(new CostRecommendationOptions
    {
        Kinds = Kind,
        RunningTime = RunningLongerThan,
        SnapshotCount = SnapshotLimit,
        CommandSuffix = Account is null ? "" : $" -Account {CompletionResults.Quote(Account.ToString())}",
    });

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (IsBound(nameof(Id)))
        {
            foreach (var machine in Id ?? []) await SubmitAsync(Reader.ForMachine(machine.Id), machine.Target, _found.AddRange, cancellationToken);
            return;
        }

        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            foreach (var machine in page)
                if (Reader.MayApply(machine))
                    await SubmitAsync(Reader.ForMachine(machine.Id), machine, _found.AddRange, cancellationToken);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        WriteObject(CostRecommendationReader.Sort(_found), enumerateCollection: true);
    }
}
