using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Asks which machine types can be had in which regions now (operation availability).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineAvailability")]
[OutputType(typeof(MachineAvailability), typeof(MachineTypeAvailability))]
public sealed class GetPsMachineAvailabilityCommand : AccountCmdlet
{
    private const string UnusedWatchSettings = "-Timeout and -PollInterval are for -Watch and -Until. Without them they have no effect.";

    private readonly List<PlacementOption> _asked = [];

    /// <summary>Gets or sets the regions: NY2, CA1, AMS1, or full names. All without it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [.. Regions.Known];

    /// <summary>Gets or sets the machine types. All without it that the API tells the availability of.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[] MachineType { get; set; } = [];

    /// <summary>Emits a row for each machine type, with the regions as its columns.</summary>
    [Parameter]
    public SwitchParameter Matrix { get; set; }

    /// <summary>Asks again and again, and emits only what has changed, until Ctrl+C.</summary>
    [Parameter]
    public SwitchParameter Watch { get; set; }

    /// <summary>Watches until one of the machine types can be had in one of the regions.</summary>
    [Parameter]
    [ValidateSet(AvailabilityWatch.Available)]
    public string? Until { get; set; }

    /// <summary>Gets or sets how long to watch at the most; a number means seconds, and 2h is taken too. Without it there is no
    /// end.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gets or sets the pause between two rounds; a number means seconds. Without it 30 seconds, and longer where much is
    /// asked.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? PollInterval { get; set; }

    private bool IsWatch => Watch || Until is not null;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!IsWatch && (Timeout is not null || PollInterval is not null)) WriteWarning(UnusedWatchSettings);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var types = MachineType.Length == 0 ? Client.Machines.AvailabilityTypes : MachineType;
        foreach (var asked in PlacementOption.Combine([.. types], Region))
            if (Matrix || IsWatch)
                _asked.Add(asked);
            else
                await SubmitAsync(
                    (client, token) => client.Machines.GetAvailabilityAsync(asked.Region, asked.MachineType, token),
                    asked.ToString(),
                    WriteObject,
                    cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_asked.Count == 0) return;
        var watch = new AvailabilityWatch(this, Client, [.. _asked.Distinct()], Matrix);
        if (IsWatch) await watch.RunAsync(Timeout, PollInterval, endsWhenAvailable: Until is not null, cancellationToken);
        else await watch.AskAsync(cancellationToken);
    }
}
