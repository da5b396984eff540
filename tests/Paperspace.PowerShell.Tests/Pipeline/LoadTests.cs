using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Many actions against an account that fares badly: each is accounted for.</summary>
public abstract class LoadTests(PaperspaceApiVersion api, int many)
{
    private const string Create = "New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    private readonly MachineSeed[] _seeds =
    [
        .. Enumerable
            .Range(0, many)
            .Select(i => new MachineSeed
            {
                Id = $"ps{i:00000}",
                Name = $"m{i}",
                State = "ready",
            }),
    ];

    [Theory]
    [InlineData("Stop-PsMachine -PassThru")]
    [InlineData("Restart-PsMachine -PassThru -ThrottleLimit 64")]
    [InlineData("Grant-PsMachineAccess -UserId ubx9ce8k -PassThru")]
    public async Task Each_action_is_an_object_or_an_error_exactly_once(string command)
    {
        var chaos = new ChaoticAccount(seed: 7, percent: 30);
        using var host = new FastHost(api, null, chaos.HandleAsync, _seeds);
        host.Session.Set("ids", _seeds.Select(seed => seed.Id).ToArray());
        var outcome = await RunAsync(host, $"$ids | {command}");
        Assert.Null(outcome.Terminating);
        var given = outcome.All<Machine>().Select(machine => machine.Id).ToArray();
        var failed = outcome.Errors.Select(error => (string)error.TargetObject).ToArray();
        Assert.Equal(_seeds.Select(seed => seed.Id), given.Concat(failed).Order());
        Assert.NotEmpty(failed);
        // An action that must not be repeated was carried out once at the most.
        if (command.StartsWith("Restart", StringComparison.Ordinal)) Assert.All(chaos.CarriedOut, action => Assert.Equal(1, action.Value));
        AssertKnownErrors(outcome);
    }

    [Fact]
    public async Task Each_machine_is_created_at_most_once_and_reported_exactly_once()
    {
        var chaos = new ChaoticAccount(seed: 11, percent: 30);
        using var host = new FastHost(api, null, chaos.HandleAsync);
        var outcome = await RunAsync(host, $"1..{many} | % {{ \"node$_\" }} | {Create}");
        Assert.Null(outcome.Terminating);
        var told = outcome
            .All<Machine>()
            .Select(machine => machine.Name!)
            .Concat(outcome.Errors.Select(error => (string)error.TargetObject))
            .ToArray();
        Assert.Equal(Enumerable.Range(1, many).Select(i => $"node{i}").Order(), told.Order());
        Assert.All(chaos.CarriedOut, action => Assert.Equal(1, action.Value));
        AssertKnownErrors(outcome);
    }

    [Theory]
    [InlineData("1..MANY | % { \"node$_\" } | CREATE -ErrorAction Stop -ThrottleLimit 64", 3)]
    [InlineData("1..MANY | % { \"node$_\" } | CREATE -ErrorAction Stop", 0)]
    [InlineData(
        "$script:n = 0; foreach ($i in 1) { 1..MANY | % { \"node$_\" } | CREATE -ThrottleLimit 64 | % { $_; if (++$script:n -ge QUARTER) "
            + "{ break } } }",
        20)]
    [InlineData(
        "$script:n = 0; 1..MANY | % { \"node$_\" } | CREATE -ThrottleLimit 64 | % { if (++$script:n -ge QUARTER) { throw 'downstream' }; "
            + "$_ }",
        20)]
    [InlineData("1..MANY | % { if ($_ -eq LATE) { throw 'upstream' }; \"node$_\" } | CREATE -ThrottleLimit 64", 20)]
    public async Task Each_existing_machine_is_reported_exactly_once_however_the_command_ends(string script, int percent)
    {
        var chaos = new ChaoticAccount(seed: 13, percent);
        using var host = new FastHost(api, null, chaos.HandleAsync);
        if (percent == 0)
            host.Paperspace.Inject(
                new SimulatedFault
                {
                    Method = "POST",
                    Status = 400,
                    When = request => request.Body.Contains($"\"node{many / 2}\"", StringComparison.Ordinal),
                });
        var outcome = await RunAsync(
            host,
            script
                .Replace("CREATE", Create, StringComparison.Ordinal)
                .Replace("MANY", $"{many}", StringComparison.Ordinal)
                .Replace("QUARTER", $"{many / 4}", StringComparison.Ordinal)
                .Replace("LATE", $"{many * 3 / 4}", StringComparison.Ordinal));
        Assert.NotNull(outcome.Terminating?.Message ?? (script.Contains("break", StringComparison.Ordinal) ? "" : null));
        var errors = outcome
            .Errors.Select(error => error.TargetObject)
            .Append(outcome.Terminating?.ErrorRecord.TargetObject)
            .OfType<string>();
        // In a warning a machine stands as "id (name)" where its id is known, else as "name: why", or by its name alone.
        var warned = outcome.Warnings.SelectMany(text =>
            Regex.Matches(text, @"(?<=\()node\d+(?=\))|(?<=(?:,|:|for) )node\d+(?=[:,.])").Select(match => match.Value));
        var told = outcome.All<Machine>().Select(machine => machine.Name!).Concat(errors).Concat(warned).ToArray();
        Assert.Equal(told.Distinct().Count(), told.Length);
        var carriedOut = chaos.CarriedOut.Keys.Select(key => Regex.Match(key, "node\\d+").Value).ToArray();
        Assert.NotEmpty(carriedOut);
        Assert.Empty(carriedOut.Except(told));
    }

    private static Task<Outcome> RunAsync(FastHost host, string script) =>
        Eventually.EndsAsync(Task.Run(() => host.Run(script), TestContext.Current.CancellationToken));

    private static void AssertKnownErrors(Outcome outcome) =>
        Assert.All(outcome.Errors, error => Assert.Equal("Paperspace.PaperspaceException", error.Exception.GetType().FullName));
}
