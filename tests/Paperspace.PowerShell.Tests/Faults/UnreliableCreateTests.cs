using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Faults;

/// <summary>Creates on accounts that lose responses and lag: whatever was created is emitted or named in an error, once.</summary>
public sealed class UnreliableCreateTests
{
    private const int Count = 40;

    private static readonly SimulatedFault[] Faults =
    [
        new() { Status = 500, HasApiBody = true, AfterEffect = true }, new() { Status = 500, HasApiBody = true }, new() { CutsBody = true },
        new() { DropsConnection = true, AfterEffect = true }, SimulatedFault.ProxyPage(), new() { Status = 429, RetryAfter = TimeSpan.FromSeconds(1) },
    ];

    public static TheoryData<PaperspaceApiVersion, int, string> Runs => new MatrixTheoryData<PaperspaceApiVersion, int, string>(
        [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1], [1, 2, 3, 4], ["", "-Wait"]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_machine_that_exists_is_told_of(PaperspaceApiVersion api, int seed, string wait)
    {
        var random = new Random(seed);
        using var host = new FastHost(
            api,
            new SimulatorOptions
            {
                RandomSeed = seed,
                Jitter = 0.3,
                LostEvents = random.Next(2) * 0.3,
                ShuffledEvents = random.Next(2) * 0.5,
                Lag = new()
                {
                    Creation = TimeSpan.FromSeconds(random.Next(11)),
                    State = TimeSpan.FromSeconds(random.Next(11)),
                    Events = TimeSpan.FromSeconds(random.Next(11)),
                },
                Faults = [.. Faults.Select(fault => fault with { Method = "POST", Probability = 0.3 / Faults.Length, Times = int.MaxValue })],
            });

        var outcome = host.Run(
            $"1..{Count} | ForEach-Object {{ \"new-$_\" }} | New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2 {wait}");

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        var emitted = outcome.All<Machine>();
        Assert.Equal(emitted.Count, emitted.Select(machine => machine.Id).Distinct().Count());
        Assert.Equal(machines.Count, machines.Select(machine => machine.Name).Distinct().Count());
        Assert.All(emitted, machine => Assert.Contains(machines, existing => existing.Id == machine.Id));
        if (wait.Length > 0) Assert.All(emitted, machine => Assert.Equal("ready", machine.State));
        Assert.All(
            machines.Where(machine => emitted.All(known => known.Id != machine.Id)),
            machine => Assert.Single(outcome.Errors, error => error.ToString().Contains(machine.Id, StringComparison.Ordinal)));
        Assert.Equal(Count, emitted.Count + outcome.Errors.Count);
    }
}
