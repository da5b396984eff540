using System.Globalization;
using Paperspace.Bench;

// As long as real keys are, since what comes is searched for it.
const string Key = "1f0a9c3b7e5d2846a1f0b9c3d7e5f2";
const int Machines = 100_000;
const int V1Machines = 10_000;
const int ShownMachines = 10_000;
const int Rounds = 7;
const int WarmRounds = 10;
const int V1WarmRounds = 25;
const int ImportRounds = 15;
const int ListPort = 3102;
const int ShortListPort = 3103;
const int StopPort = 3104;
const int V1ListPort = 3105;
const int Waits = 1000;
const int WaitSpeed = 60;
const int Stops = 1000;
const int Latency = 50;
const int Throttle = 32;
const int MonthPort = 3106;
const int MonthMachines = 10_000;
const int MonthRounds = 4;

if (args is ["--import", var manifest])
{
    Console.WriteLine(Engine.Import(manifest).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    return;
}

var table = new Table();
if (args is ["--in-process"])
{
    using var only = new ListServer(Machines, ListPort);
    await ListInProcessAsync(only);
    await ListV1InProcessAsync();
    table.Print();
    return;
}

if (args is ["--month"])
{
    await MeasureMonthAsync();
    table.Print();
    return;
}

using (var server = new ListServer(Machines, ListPort))
{
    await ListInProcessAsync(server);
    ListWholeProcess(server);
    MeasureMemory(server);
    await MeasureKeptAsync(server);
    ShowInView(server);
}

await ListV1InProcessAsync();
StopMany();
WaitMany();
await MeasureMonthAsync();
Import();
table.Print();

async Task ListInProcessAsync(ListServer server) => await CompareListsAsync(
    $"{Machines:N0} machines to Out-Null, in the process", server.Uri, () => Floor.RunAsync(server.Uri, GC.KeepAlive), WarmRounds);

async Task ListV1InProcessAsync()
{
    using var server = new ListServer(V1Machines, V1ListPort);
    await CompareListsAsync(
        $"{V1Machines:N0} machines of the V1 API to Out-Null, in the process",
        server.Uri + "/v1",
        () => Floor.RunV1Async(server.Uri),
        V1WarmRounds);
}

async Task CompareListsAsync(string what, string uri, Func<Task<TimeSpan>> runFloor, int warmRounds)
{
    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {Key} -BaseUri {uri}");
    List<TimeSpan> ours = [];
    List<TimeSpan> floor = [];
    for (var round = 0; round < warmRounds + Rounds; round++)
    {
        floor.Add(await runFloor());
        ours.Add(engine.Run("Get-PsMachine | Out-Null"));
    }

    table.Add(what, Median(ours.Skip(warmRounds)), "floor", Median(floor.Skip(warmRounds)), "≤ 1.00");
}

async Task MeasureMonthAsync()
{
    foreach (var api in new[] { "V1", "Core" })
    {
        using var server = new SimulatorServer(MonthMachines, MonthPort, Latency);
        using var engine = new Engine();
        var uri = api == "V1" ? server.Uri + "/v1" : server.Uri;
        engine.Run($"Connect-PsAccount -ApiKey {Key} -BaseUri {uri} -ApiVersion {api}; $WarningPreference = 'SilentlyContinue'");
        List<TimeSpan> ours = [];
        List<TimeSpan> floor = [];
        // The first round warms both sides and the server.
        for (var round = 0; round < MonthRounds; round++)
        {
            floor.Add(await FloorMonth.RunAsync(server.Uri, api, Throttle));
            ours.Add(engine.Run($"Measure-PsMachineCost -ThrottleLimit {Throttle} | Out-Null"));
        }

        table.Add(
            $"the month of {MonthMachines:N0} machines through {api} at {Latency} ms, -ThrottleLimit {Throttle}",
            Median(ours.Skip(1)),
            "floor",
            Median(floor.Skip(1)),
            "≤ 1.20");
    }
}

void WaitMany()
{
    foreach (var api in new[] { "Core", "V1" })
    {
        using var engine = new Engine();
        engine.Run(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Connect-PsAccount -Simulator -ApiVersion {api} -Speed {WaitSpeed} -MachineCount {Waits}"));
        engine.Run("$global:machines = @(Get-PsMachine | Where-Object State -eq ready)");
        // As long as one restart takes at this speed, and a poll delay more.
        var alone = engine.Run("$machines[0] | Restart-PsMachine -Wait | Out-Null");
        var all = engine.Run($"$machines | Restart-PsMachine -Wait -ThrottleLimit {Throttle} | Out-Null");
        table.Add($"{Waits:N0} restarts with -Wait through {api}", all, "one of them alone", alone, "");
    }
}

void ListWholeProcess(ListServer server)
{
    var ours = Whole(() => Pwsh(server, "Get-PsMachine | Out-Null").Elapsed);
    table.Add(
        "the same, as a whole process",
        ours,
        "floor",
        Whole(() => Processes.Run("dotnet", Repository.Floor, server.Uri).Elapsed),
        "");
    table.Add(
        "the same, as a whole process",
        ours,
        "Node client",
        Whole(() => Processes.Run("node", Repository.In("bench/peers/list-node.js"), server.Uri).Elapsed),
        "< 1.00");
    var restMethod = Processes
        .Run("dotnet", Repository.PowerShell, "-NoProfile", "-File", Repository.In("bench/peers/list-invoke-restmethod.ps1"), server.Uri)
        .Elapsed;
    table.Add("the same, as a whole process", ours, "Invoke-RestMethod", restMethod, "≤ 0.10");
}

void ShowInView(ListServer server)
{
    var printed = Pwsh(
        server,
        $$"""
        $machines = @(Get-PsMachine -Limit {{ShownMachines}})
        foreach ($round in 1..{{Rounds}}) {
            $view = Measure-Command { $machines | Out-String -Width 120 }
            $plain = Measure-Command { $machines | Format-Table Name, Id, State, MachineType | Out-String -Width 120 }
            '{0} {1}' -f $view.Ticks, $plain.Ticks
        }
        """).Output;
    var rounds = printed.Split('\n').Select(line => line.Split(' ').Select(long.Parse).ToArray()).ToArray();
    table.Add(
        $"{ShownMachines:N0} machines in their view",
        Median(rounds.Select(round => TimeSpan.FromTicks(round[0]))),
        "Format-Table of four properties",
        Median(rounds.Select(round => TimeSpan.FromTicks(round[1]))),
        "≤ 2.00");
}

void MeasureMemory(ListServer server)
{
    using var shorter = new ListServer(Machines / 10, ShortListPort);
    var many = Enumerable.Range(0, 3).Select(_ => Pwsh(server, "Get-PsMachine | Out-Null").PeakMegabytes).Min();
    var few = Enumerable.Range(0, 3).Select(_ => Pwsh(shorter, "Get-PsMachine | Out-Null").PeakMegabytes).Min();
    table.Add(
        $"peak memory for {Machines:N0} machines",
        string.Create(CultureInfo.InvariantCulture, $"{many:0} MB"),
        string.Create(CultureInfo.InvariantCulture, $"{Machines / 10:N0} machines {few:0} MB"),
        string.Create(CultureInfo.InvariantCulture, $"{many - few:+0;-0} MB"),
        "within 10 MB");
}

async Task MeasureKeptAsync(ListServer server)
{
    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {Key} -BaseUri {server.Uri}; Get-PsMachine -Limit 1 | Out-Null");
    var before = GC.GetTotalMemory(forceFullCollection: true);
    engine.Run("$global:kept = @(Get-PsMachine)");
    var ours = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    before = GC.GetTotalMemory(forceFullCollection: true);
    List<FloorMachine> kept = [];
    await Floor.RunAsync(server.Uri, kept.Add);
    var floor = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    GC.KeepAlive(kept);
    table.Add(
        $"memory of {Machines:N0} machines kept in a variable",
        string.Create(CultureInfo.InvariantCulture, $"{ours:0} MB"),
        string.Create(CultureInfo.InvariantCulture, $"floor {floor:0} MB"),
        string.Create(CultureInfo.InvariantCulture, $"{ours / floor:0.00}"),
        "≤ 1.00");
}

void StopMany()
{
    using var server = new ListServer(Stops, StopPort, Latency);
    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {Key} -BaseUri {server.Uri}; $machines = Get-PsMachine; $global:machines = $machines");
    var ideal = TimeSpan.FromMilliseconds((double)Stops * Latency / Throttle);
    var times = Enumerable.Range(0, Rounds).Select(_ => engine.Run($"$machines | Stop-PsMachine -ThrottleLimit {Throttle}")).ToArray();
    table.Add($"{Stops:N0} stops at {Latency} ms, -ThrottleLimit {Throttle}", Median(times), "ideal", ideal, "≤ 1.25");
    table.Add(
        "most of them in flight, as the server counts",
        server.MostInFlight().ToString(CultureInfo.InvariantCulture),
        $"limit {Throttle}",
        "",
        $"≤ {Throttle}");
}

void Import()
{
    List<TimeSpan> ours = [];
    List<TimeSpan> empty = [];
    for (var round = 0; round < ImportRounds; round++)
    {
        empty.Add(ImportAnew(Repository.EmptyManifest));
        ours.Add(ImportAnew(Repository.Manifest));
    }

    table.Add("Import-Module in a fresh process", Median(ours), "empty binary module", Median(empty), "≤ 1.50");
}

static TimeSpan ImportAnew(string manifest)
{
    var printed = Processes.Run("dotnet", typeof(Table).Assembly.Location, "--import", manifest).Output;
    return TimeSpan.FromMilliseconds(double.Parse(printed, CultureInfo.InvariantCulture));
}

static (TimeSpan Elapsed, double PeakMegabytes, string Output) Pwsh(ListServer server, string command) =>
    Processes.Run(
        "dotnet",
        Repository.PowerShell,
        "-NoProfile",
        "-Command",
        $"Import-Module '{Repository.Manifest}'; Connect-PsAccount -ApiKey {Key} -BaseUri {server.Uri}; {command}");

static TimeSpan Whole(Func<TimeSpan> run) => Median(Enumerable.Range(0, Rounds).Select(_ => run()).ToArray());

static TimeSpan Median(IEnumerable<TimeSpan> times)
{
    var sorted = times.Order().ToArray();
    return sorted[sorted.Length / 2];
}
