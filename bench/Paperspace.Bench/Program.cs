using System.Globalization;
using Paperspace.Bench;

const int Machines = 100_000;
const int FewMachines = 50;
const int V1Machines = 10_000;
const int ShownMachines = 10_000;
const int Rounds = 7;
const int ProcessRounds = 15;
const int WarmRounds = 10;
const int V1WarmRounds = 25;
const int ListPort = 3102;
const int ShortListPort = 3103;
const int StopPort = 3104;
const int V1ListPort = 3105;
const int FewPort = 3106;
const int Waits = 1000;
const int WaitSpeed = 60;
const int Stops = 1000;
const int Latency = 50;
const int Throttle = 32;
const int MonthPort = 3106;
const int MonthMachines = 10_000;
const int MonthRounds = 4;

var installed = new Installed(args.FirstOrDefault() ?? "");
var table = new Table();
var sections = new Dictionary<string, Func<Task>>
{
    ["import"] = () => Task.Run(Import),
    ["first"] = () => Task.Run(RunFirst),
    ["whole"] = () => Task.Run(ListWholeProcess),
    ["list"] = ListInProcessAsync,
    ["view"] = () => Task.Run(ShowInView),
    ["completion"] = () => Task.Run(Complete),
    ["memory"] = MeasureMemoryAsync,
    ["stop"] = () => Task.Run(StopMany),
    ["wait"] = () => Task.Run(WaitMany),
    ["month"] = MeasureMonthAsync,
};
if (args.Length == 0 || args.Skip(1).Any(section => !sections.ContainsKey(section)))
{
    Console.Error.WriteLine($"Run bench/run.sh [{string.Join(' ', sections.Keys)}].");
    return 2;
}

foreach (var section in sections.Keys.Where(name => args.Length == 1 || args.Contains(name))) await sections[section]();
table.Print();
return 0;

void Import()
{
    var times = Alternate(
        ProcessRounds,
        () => installed.Time("", "", "Import-Module Paperspace"),
        () => installed.Time("", "", "Import-Module EmptyModule"));
    table.Add("Import-Module in a new process", times[0], "empty binary module", times[1], "≤ 4.50");
}

void RunFirst()
{
    using var server = new ListServer(FewMachines, FewPort);
    var core = server.Uri;
    var rest = $"Invoke-RestMethod {core}/machines/getMachines -Headers @{{ 'X-Api-Key' = '{ListServer.Key}' }} | Out-Null";
    var first = Alternate(
        ProcessRounds,
        () => installed.Time(core, "Import-Module Paperspace", "Get-PsMachine | Out-Null"),
        () => installed.Time(core, "", rest));
    table.Add($"first list of {FewMachines} machines in a process", first[0], "Invoke-RestMethod", first[1], "≤ 0.60");

    var whole = Alternate(
        ProcessRounds,
        () => installed.Run(core, "Get-PsMachine").Elapsed,
        () => Processes.Run("node", [Repository.In("bench/peers/list-node.js"), core]).Elapsed,
        () => installed.Run(core, rest).Elapsed,
        () => installed.Run(core, "").Elapsed);
    table.Add($"pwsh -c Get-PsMachine, {FewMachines} machines, from start to exit", whole[0], "Node client", whole[1], "≤ 1.00");
    table.Add("the same, less an empty pwsh", whole[0] - whole[3], "Invoke-RestMethod", whole[2] - whole[3], "≤ 1.00");
}

void ListWholeProcess()
{
    using var server = new ListServer(Machines, ListPort);
    var what = $"{Machines:N0} machines, from start to exit";
    var times = Alternate(
        Rounds,
        () => installed.Run(server.Uri, "Get-PsMachine | Out-Null").Elapsed,
        () => Processes.Run("node", [Repository.In("bench/peers/list-node.js"), server.Uri]).Elapsed,
        () => Processes.Run("dotnet", [Repository.Floor, server.Uri]).Elapsed);
    table.Add(what, times[0], "Node client", times[1], "≤ 1.00");
    table.Add(what, times[0], "floor", times[2], "");
    table.Add(what, times[0], "Invoke-RestMethod", installed.RunFile(Repository.In("bench/peers/list-invoke-restmethod.ps1"), server.Uri), "≤ 0.10");
}

async Task ListInProcessAsync()
{
    using (var server = new ListServer(Machines, ListPort))
    {
        await CompareListsAsync(
            $"{Machines:N0} machines to Out-Null, in a warm process",
            server.Uri,
            () => Floor.RunAsync(server.Uri, GC.KeepAlive),
            WarmRounds);
    }

    using var v1 = new ListServer(V1Machines, V1ListPort);
    await CompareListsAsync(
        $"{V1Machines:N0} machines of the V1 API to Out-Null, in a warm process",
        v1.Uri + "/v1",
        () => Floor.RunV1Async(v1.Uri),
        V1WarmRounds);
}

async Task CompareListsAsync(string what, string uri, Func<Task<TimeSpan>> runFloor, int warmRounds)
{
    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {ListServer.Key} -BaseUri {uri}");
    List<TimeSpan> ours = [];
    List<TimeSpan> floor = [];
    for (var round = 0; round < warmRounds + Rounds; round++)
    {
        floor.Add(await runFloor());
        ours.Add(engine.Run("Get-PsMachine | Out-Null"));
    }

    table.Add(what, Median(ours.Skip(warmRounds)), "floor", Median(floor.Skip(warmRounds)), "≤ 1.00");
}

void ShowInView()
{
    using var server = new ListServer(ShownMachines, ListPort);
    var times = Pairs(server.Uri, $$"""
        $machines = @(Get-PsMachine)
        foreach ($round in 1..{{Rounds}}) {
            $view = Measure-Command { $machines | Out-String -Width 120 }
            $plain = Measure-Command { $machines | Format-Table Name, Id, State, MachineType | Out-String -Width 120 }
            '{0} {1}' -f $view.Ticks, $plain.Ticks
        }
        """);
    table.Add($"{ShownMachines:N0} machines in their view", times.Ours, "Format-Table of four properties", times.Beside, "≤ 2.00");
}

// Within a minute of the last list, Tab asks nothing of the API.
void Complete()
{
    using var server = new ListServer(1000, ListPort);
    var times = Pairs(server.Uri, $$"""
        $null = Get-PsMachine
        foreach ($round in 0..{{Rounds}}) {
            $ours = Measure-Command { TabExpansion2 'Stop-PsMachine mach' 19 }
            $files = Measure-Command { TabExpansion2 'Get-Process -Name ' 18 }
            if ($round) { '{0} {1}' -f $ours.Ticks, $files.Ticks }
        }
        """);
    table.Add("Tab, 1,000 names of machines", times.Ours, "Tab, names of processes", times.Beside, "");
}

async Task MeasureMemoryAsync()
{
    using var server = new ListServer(Machines, ListPort);
    using (var shorter = new ListServer(Machines / 10, ShortListPort))
    {
        var many = Enumerable.Range(0, 3).Select(_ => installed.Run(server.Uri, "Get-PsMachine | Out-Null").PeakMegabytes).Min();
        var few = Enumerable.Range(0, 3).Select(_ => installed.Run(shorter.Uri, "Get-PsMachine | Out-Null").PeakMegabytes).Min();
        table.Add(
            $"peak memory for {Machines:N0} machines",
            Megabytes(many),
            $"{Machines / 10:N0} machines {Megabytes(few)}",
            string.Create(CultureInfo.InvariantCulture, $"{many - few:+0;-0} MB"),
            "within 10 MB");
    }

    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {ListServer.Key} -BaseUri {server.Uri}; Get-PsMachine -Limit 1 | Out-Null");
    var before = GC.GetTotalMemory(forceFullCollection: true);
    engine.Run("$global:kept = @(Get-PsMachine)");
    var ours = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    before = GC.GetTotalMemory(forceFullCollection: true);
    List<FloorMachine> kept = [];
    await Floor.RunAsync(server.Uri, kept.Add);
    var floor = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    GC.KeepAlive(kept);
    table.Add($"memory of {Machines:N0} machines kept in a variable", Megabytes(ours), $"floor {Megabytes(floor)}", Table.Ratio(ours / floor), "≤ 1.00");
}

void StopMany()
{
    using var server = new ListServer(Stops, StopPort, Latency);
    using var engine = new Engine();
    engine.Run($"Connect-PsAccount -ApiKey {ListServer.Key} -BaseUri {server.Uri}; $machines = Get-PsMachine; $global:machines = $machines");
    var ideal = TimeSpan.FromMilliseconds((double)Stops * Latency / Throttle);
    var times = Enumerable.Range(0, Rounds).Select(_ => engine.Run($"$machines | Stop-PsMachine -ThrottleLimit {Throttle}")).ToArray();
    table.Add($"{Stops:N0} stops at {Latency} ms, -ThrottleLimit {Throttle}", Median(times), "ideal", ideal, "≤ 1.25");
    table.Add(
        "highest number in flight, as the server counts",
        server.MostInFlight().ToString(CultureInfo.InvariantCulture),
        $"limit {Throttle}",
        "",
        $"≤ {Throttle}");
}

async Task MeasureMonthAsync()
{
    foreach (var api in new[] { "V1", "Core" })
    {
        using var server = new SimulatorServer(MonthMachines, MonthPort, Latency);
        using var engine = new Engine();
        var uri = api == "V1" ? server.Uri + "/v1" : server.Uri;
        engine.Run($"Connect-PsAccount -ApiKey {ListServer.Key} -BaseUri {uri} -ApiVersion {api}; $WarningPreference = 'SilentlyContinue'");
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

// Runs a script that prints two numbers of ticks a line.
(TimeSpan Ours, TimeSpan Beside) Pairs(string uri, string script)
{
    var rounds = installed.Run(uri, script).Output.Split('\n').Select(line => line.Split(' ').Select(long.Parse).ToArray()).ToArray();
    return (Median(rounds.Select(round => TimeSpan.FromTicks(round[0]))), Median(rounds.Select(round => TimeSpan.FromTicks(round[1]))));
}

// Alternates, so that a slow minute affects all runs alike. The first round is a warm-up.
static TimeSpan[] Alternate(int rounds, params Func<TimeSpan>[] runs)
{
    var times = runs.Select(_ => new List<TimeSpan>()).ToArray();
    for (var round = 0; round <= rounds; round++)
    {
        for (var run = 0; run < runs.Length; run++)
        {
            var time = runs[run]();
            if (round > 0) times[run].Add(time);
        }
    }

    return [.. times.Select(Median)];
}

static TimeSpan Median(IEnumerable<TimeSpan> times)
{
    var sorted = times.Order().ToArray();
    return sorted[sorted.Length / 2];
}

static string Megabytes(double amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:0} MB");
