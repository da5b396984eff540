using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>The scripts of <c>examples/</c>, run as a pipeline runs them: by <c>-File</c>, with nobody to answer.</summary>
public sealed class PipelineScriptTests : IDisposable
{
    private static readonly (string Name, string Value) Azure = ("TF_BUILD", "True");
    private static readonly (string Name, string Value) GitHub = ("GITHUB_ACTIONS", "true");

    // As where it is installed: found by the names of its commands.
    private static readonly (string Name, string Value) FindModule = ("PSModulePath", Path.GetDirectoryName(RepositoryPaths.Module)!);

    private readonly TemporaryFolder _folder = new();
    private readonly LocalSsh _ssh = new();

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public async Task Idle_machines_are_stopped_except_those_to_keep(string api)
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 6, api);
        var running = await ListBilledAsync(account);
        Assert.True(running.Length > 1);

        var outcome = await StopIdleAsync(account, ["-KeepRunning", running[0]]);

        AssertEnded(0, outcome);
        Assert.Equal([running[0]], await ListBilledAsync(account));
        Assert.All(
            running.Skip(1),
            name => Assert.Contains(
                outcome.Lines,
                line => line.StartsWith($"Machine {name} (", StringComparison.Ordinal)
                    && line.EndsWith(" is off.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_machine_that_does_not_stop_in_time_fails_the_pipeline()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1, machines: 6);
        var outcome = await StopIdleAsync(account, ["-Timeout", "1"], Azure);

        AssertEnded(1, outcome);
        Assert.Contains(outcome.Lines, line => line.StartsWith("##vso[task.logissue type=error]WaitTimeout: ", StringComparison.Ordinal));
        Assert.StartsWith("##vso[task.logissue type=error]Not stopped and still billed: ", outcome.Lines[^1], StringComparison.Ordinal);
        foreach (var name in await ListBilledAsync(account))
            Assert.Contains($"{name} (", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_key_fails_the_pipeline()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 1);
        var outcome = await RunScriptAsync(account, "Stop-IdleMachines.ps1", [], ("PAPERSPACE_API_KEY", "another-key"), GitHub);

        AssertEnded(1, outcome);
        Assert.StartsWith("::error::InvalidApiKey: ", Assert.Single(outcome.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("another-key", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_whose_activity_cannot_be_read_keeps_running_and_fails_the_pipeline()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The ssh of the test is a shell script.");
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        var id = await account.CreateAsync();
        _ssh.Break();

        var outcome = await StopIdleAsync(account, [], GitHub);

        AssertEnded(1, outcome);
        Assert.Contains(outcome.Lines, line => line.StartsWith("::error::MachineUnreachable: ", StringComparison.Ordinal));
        Assert.Contains(
            outcome.Lines,
            line => line.StartsWith("::error::Left running because their activity could not be read: gpu (", StringComparison.Ordinal));
        Assert.Equal(["ready"], await ListStatesAsync(account));
    }

    [Theory]
    [InlineData("exit 0", 0, null)]
    [InlineData("exit 3", 3, "##vso[task.logissue type=error]CommandFailed: ")]
    public async Task A_remote_job_has_its_output_in_the_log_and_the_machine_is_stopped(string end, int exitCode, string? says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The ssh of the test is a shell script.");
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0, "V1");
        var id = await account.CreateAsync(startOnCreate: false);
        var job = _folder.Write("job.sh", $"echo \"the job runs with $1\"\necho '##vso[task.complete]'\n{end}\n");

        var outcome = await RunScriptAsync(
            account,
            "Invoke-RemoteJob.ps1",
            ["-Machine", "gpu", "-FilePath", job, "-ArgumentList", "it", "-Result", "out/*", "-Destination", _folder.In("results"), "-HostName", "127.0.0.1"],
            [Azure, .. _ssh.Environment]);

        AssertEnded(exitCode, outcome);
        Assert.Equal("the job runs with it", outcome.Lines[0]);
        Assert.DoesNotContain("##vso[task.complete]", outcome.Output, StringComparison.Ordinal);
        if (says is not null) Assert.Contains(outcome.Lines, line => line.StartsWith(says, StringComparison.Ordinal));
        Assert.Equal($"Machine gpu ({id}) is off.", outcome.Lines[^1]);
        Assert.Equal(["off"], await ListStatesAsync(account));
    }

    [Fact]
    public async Task A_month_within_the_budget_passes_with_a_report()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 6);
        var report = _folder.In("machines.html");

        var outcome = await RunScriptAsync(account, "Test-MonthlyBudget.ps1", ["-Budget", "1000000", "-Report", report], Azure);

        AssertEnded(0, outcome);
        Assert.StartsWith("The month is within the budget of $1000000: projected cost $", outcome.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(outcome.Lines, line => line.Contains(" projected for the month", StringComparison.Ordinal));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_over_budget_fails_the_pipeline_and_still_writes_the_report()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 6);
        var report = _folder.In("machines.html");

        var outcome = await RunScriptAsync(account, "Test-MonthlyBudget.ps1", ["-Budget", "1", "-Report", report], GitHub);

        AssertEnded(1, outcome);
        Assert.StartsWith("::error::BudgetExceeded: ", outcome.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("over the budget of $1.00", outcome.Lines[^1], StringComparison.Ordinal);
        Assert.True(File.Exists(report));
    }

    [Theory]
    [InlineData("12,50", "en_US.UTF-8")]
    [InlineData("12,50", "de_DE.UTF-8")]
    [InlineData("1,000,000", "en_US.UTF-8")]
    [InlineData("1.000.000", "de_DE.UTF-8")]
    public async Task An_ambiguous_budget_fails_the_pipeline_in_every_culture(string budget, string culture)
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 2);
        var outcome = await RunScriptAsync(account, "Test-MonthlyBudget.ps1", ["-Budget", budget], GitHub, ("LC_ALL", culture));
        AssertEnded(1, outcome);
        Assert.StartsWith("::error::ParameterArgumentTransformationError: ", Assert.Single(outcome.Lines), StringComparison.Ordinal);
        Assert.Contains(budget, outcome.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/Anchorage")]
    [InlineData("Pacific/Kiritimati")]
    public async Task Months_do_not_depend_on_the_time_zone(string zone)
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1, machines: 1);
        const string Script =
            "Import-Module $env:PaperspaceModule\n(Get-PsMachine | Get-PsMachineUtilization -BillingMonth 2026-01, ([datetime] "
                + "'2026-02-01'), ([datetime] '2026-03-31T23:59:59'), ([datetimeoffset] "
                + "'2026-05-01T00:30:00+14:00')).BillingMonth\n(Get-PsMachine | Get-PsMachineUtilization).BillingMonth -eq "
                + "[datetime]::UtcNow.ToString('yyyy-MM')";
        Assert.Equal(
            ["2026-01", "2026-02", "2026-03", "2026-04", "True"],
            await Engine.RunAsync(Script, [.. account.Environment, ("TZ", zone)]));
    }

    [Theory]
    [InlineData("\"$($args[0].Name) is $($args[0].State) for the job\"", 0, "gpu is ready for the job")]
    [InlineData("\"$($args[0].Name) is $($args[0].State) for the job\"", 0, "gpu is ready for the job", "V1")]
    [InlineData("exit 3", 3, null)]
    [InlineData("throw 'the job broke'", 1, "##vso[task.logissue type=error]the job broke")]
    [InlineData("Get-PsMachine -MachineId psnosuch1", 1, "##vso[task.logissue type=error]MachineNotFound: ")]
    public async Task A_job_runs_on_a_ready_machine_that_is_always_stopped_afterward(
        string job,
        int exitCode,
        string? says,
        string api = "Core")
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0, api);
        var id = await account.CreateAsync();

        var outcome = await RunJobAsync(account, id, job, Azure);

        AssertEnded(exitCode, outcome);
        if (says is not null) Assert.Contains(outcome.Lines, line => line.StartsWith(says, StringComparison.Ordinal));
        Assert.Equal($"Machine gpu ({id}) is off.", outcome.Lines[^1]);
        Assert.Equal(["off"], await ListStatesAsync(account));
    }

    [Theory]
    [InlineData(true, "ready")]
    [InlineData(false, "off")]
    public async Task A_machine_that_was_running_is_left_running_on_request(bool ranBefore, string state)
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        var id = await account.CreateAsync();
        if (!ranBefore) await account.StopAsync(id);

        var outcome = await RunScriptAsync(
            account,
            "Invoke-GpuJob.ps1",
            ["-MachineId", id, "-Job", WriteJob("throw 'the job broke'"), "-KeepRunning"]);

        AssertEnded(1, outcome);
        Assert.Equal([state], await ListStatesAsync(account));
    }

    [Fact]
    public async Task The_name_of_a_machine_never_runs_a_pipeline_command()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        await account.CreateAsync("##vso[task.complete]gpu");

        var outcome = await StopIdleAsync(account, [], Azure);

        AssertEnded(0, outcome);
        Assert.DoesNotContain("##vso", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("gpu", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_job_leaves_no_machine_running()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Only a console window can send Ctrl+C there.");
        Assert.SkipWhen(Posix.IgnoresInterrupt, "The tests run in the background, where Ctrl+C is ignored.");
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        var id = await account.CreateAsync();
        var job = WriteJob("'the job runs'\nWait-PsMachine $args[0] -State off");
        using var script = Pwsh.Start(
            FileArguments("Invoke-GpuJob.ps1", ["-MachineId", id, "-Job", job]), [.. account.Environment, FindModule]);
        while (await script.ReadLineAsync() is { } line && line != "the job runs") ;

        script.Interrupt();

        await script.EndAsync();
        Assert.Equal(["off"], await ListStatesAsync(account));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public async Task A_machine_without_capacity_fails_the_pipeline_and_the_job_is_not_run(string api)
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0, api);
        var id = await account.CreateAsync(region: "West Coast (CA1)", machineType: "V100", startOnCreate: false);

        var outcome = await RunJobAsync(account, id, "'the job ran'", GitHub);

        AssertEnded(1, outcome);
        Assert.Contains(outcome.Lines, line => line.StartsWith("::error::InsufficientCapacity: ", StringComparison.Ordinal));
        Assert.DoesNotContain("the job ran", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["off"], await ListStatesAsync(account));
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_fails_the_pipeline_and_the_job_is_not_run()
    {
        using var account = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);

        var outcome = await RunJobAsync(account, "psnosuch1", "'the job ran'");

        AssertEnded(1, outcome);
        Assert.StartsWith("ERROR: MachineNotFound: ", Assert.Single(outcome.Lines), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _ssh.Dispose();
    }

    private static void AssertEnded(int exitCode, ProcessResult outcome)
    {
        Assert.True(outcome.ExitCode == exitCode, $"Ended with {outcome.ExitCode}.\n{outcome.Output}{outcome.Error}");
        Assert.Empty(outcome.Error);
        Assert.DoesNotContain('\x1b', outcome.Output);
    }

    private Task<ProcessResult> RunJobAsync(
        SimulatorProcess account, string id, string job, params (string Name, string Value)[] environment) =>
        RunScriptAsync(account, "Invoke-GpuJob.ps1", ["-MachineId", id, "-Job", WriteJob(job)], environment);

    private Task<ProcessResult> StopIdleAsync(
        SimulatorProcess account, string[] arguments, params (string Name, string Value)[] environment)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The ssh of the test is a shell script.");
        return RunScriptAsync(
            account, "Stop-IdleMachines.ps1", ["-HostName", "127.0.0.1", .. arguments], [.. environment, .. _ssh.Environment]);
    }

    private string WriteJob(string job) => _folder.Write("job.ps1", job);

    private static Task<ProcessResult> RunScriptAsync(
        SimulatorProcess account, string script, string[] arguments, params (string Name, string Value)[] environment) =>
        Pwsh.RunAsync(FileArguments(script, arguments), [.. account.Environment, FindModule, .. environment]);

    private static string[] FileArguments(string script, string[] arguments) =>
        ["-File", RepositoryPaths.In("examples/scripts/" + script), .. arguments];

    private static async Task<string[]> ListBilledAsync(SimulatorProcess account) =>
        [.. (await account.ListAsync()).Where(machine => machine.IsBilled).Select(machine => machine.Name)];

    private static async Task<string[]> ListStatesAsync(SimulatorProcess account) =>
        [.. (await account.ListAsync()).Select(machine => machine.State)];
}
