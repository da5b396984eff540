using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Faults;

/// <summary>Machines that exist although a response says otherwise: none is left unreported, none is called removed.</summary>
public sealed class CreateFaultTests
{
    private const string Create = "New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2";

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public static TheoryData<PaperspaceApiVersion, string> Losses => new MatrixTheoryData<PaperspaceApiVersion, string>(
        [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1], ["500", "502", "page", "cut", "reset"]);

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_create_of_unknown_outcome_is_reported_with_the_id_of_the_machine(PaperspaceApiVersion api, string loss)
    {
        using var host = Start(api, loss);
        var error = host.Run($"{Create} gpu").Error;
        var machine = host.Run("Get-PsMachine gpu").Succeeded().Single<Machine>();
        Assert.StartsWith("OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"probably created: {machine.Id} (gpu)", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("gpu", error.TargetObject);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void All_or_nothing_removes_a_machine_whose_create_had_an_unknown_outcome(PaperspaceApiVersion api, string loss)
    {
        using var host = Start(api, loss);
        var outcome = host.Run($"'a', 'b', 'c' | {Create} -AllOrNothing");
        Assert.Empty(outcome.Output);
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        Assert.Equal(3, outcome.Errors[0].ToString().Split("ps").Length - 1);
        Assert.DoesNotContain("May still exist", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_create_of_unknown_outcome_that_nothing_is_found_of_may_have_left_a_machine(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic().On(MachineTraffic.Create, (_, _) => Task.FromResult(Error(HttpStatusCode.InternalServerError)));
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        var outcome = host.Run($"'a' | {Create} -AllOrNothing");
        Assert.Contains("May still exist, and is billed then: a.", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("OutcomeUnknown,", outcome.Errors[1].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_of_the_same_name_that_was_there_before_is_not_taken_for_the_new_one(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic().On(MachineTraffic.Create, (_, _) => Task.FromResult(Error(HttpStatusCode.InternalServerError)));
        var old = new MachineSeed { Id = "psold", Name = "a", Region = "NY2", MachineType = "P4000" };
        using var host = new FastHost(api, new SimulatorOptions { Seeds = [old] }, hook: traffic.HandleAsync);
        var outcome = host.Run($"'a' | {Create} -AllOrNothing");
        Assert.Equal("psold", host.Run("Get-PsMachine").Succeeded().Single<Machine>().Id);
        Assert.All(outcome.Errors, error => Assert.DoesNotContain("psold", error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, 0.3)]
    [InlineData(PaperspaceApiVersion.Core, 3)]
    [InlineData(PaperspaceApiVersion.Core, 10)]
    [InlineData(PaperspaceApiVersion.V1, 0.3)]
    [InlineData(PaperspaceApiVersion.V1, 3)]
    [InlineData(PaperspaceApiVersion.V1, 10)]
    public void New_machines_that_are_not_found_for_some_seconds_become_ready(PaperspaceApiVersion api, double seconds)
    {
        var lag = new SimulatorLagOptions { Creation = TimeSpan.FromSeconds(seconds) };
        using var host = new FastHost(api, new SimulatorOptions { Lag = lag });
        foreach (var parameters in new[] { "-Wait", "-AllOrNothing" })
            Assert.Equal(
                ["ready", "ready", "ready"],
                host.Run($"'a', 'b', 'c' | {Create} {parameters}").Succeeded().All<Machine>().Select(machine => machine.State));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_is_not_found_to_be_removed_is_removed_once_it_is(PaperspaceApiVersion api)
    {
        var missing = 0;
        var traffic = new MachineTraffic().On(
            MachineTraffic.Destroy,
            async (send, _) => Interlocked.Increment(ref missing) <= 4 ? Error(HttpStatusCode.NotFound) : await send());
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("b", "The disk cannot be attached.");
        var outcome = host.Run($"'a', 'b' | {Create} -AllOrNothing");
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        Assert.Contains(" Removed: ps", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("May still exist", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_is_never_found_to_be_removed_is_not_called_removed(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic().On(MachineTraffic.Destroy, (_, _) => Task.FromResult(Error(HttpStatusCode.NotFound)));
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("b", "The disk cannot be attached.");
        var outcome = host.Run($"'a', 'b' | {Create} -AllOrNothing");
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(2, machines.Count);
        var message = outcome.Errors[0].ToString();
        Assert.DoesNotContain("Removed: ", message, StringComparison.Ordinal);
        Assert.Contains(" May still exist, and is billed then: ", message, StringComparison.Ordinal);
        Assert.All(machines, machine => Assert.Contains(machine.Id, message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_clean_up_without_a_network_ends_with_the_time_limit_and_says_how_long_it_took(PaperspaceApiVersion api)
    {
        FastHost? running = null;
        var traffic = new MachineTraffic().On(MachineTraffic.Destroy, async (_, token) =>
        {
            running!.Clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        });
        using var host = running = new FastHost(api, null, traffic.HandleAsync);
        host.Paperspace.FailNextStart("b", "The disk cannot be attached.");
        var began = host.Clock.GetUtcNow();
        var outcome = host.Run($"'b' | {Create} -AllOrNothing -Timeout 60");
        Assert.True(host.Clock.GetUtcNow() - began < TimeSpan.FromSeconds(180), $"{host.Clock.GetUtcNow() - began}");
        Assert.Contains("May still exist, and is billed then: ps", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("was not answered within 60 s", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_clean_up_has_one_time_limit_for_its_requests_and_its_wait(PaperspaceApiVersion api)
    {
        FastHost? running = null;
        DateTimeOffset? began = null;
        var traffic = new MachineTraffic().On(MachineTraffic.Destroy, async (send, _) =>
        {
            began ??= running!.Clock.GetUtcNow();
            running!.Clock.Advance(TimeSpan.FromSeconds(50));
            return await send();
        });
        var endless = new SimulatorOptions { Durations = new() { Deactivate = TimeSpan.FromHours(1) } };
        using var host = running = new FastHost(api, endless, hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("b", "The disk cannot be attached.");
        var outcome = host.Run($"'b' | {Create} -AllOrNothing -Timeout 60");
        var elapsed = host.Clock.GetUtcNow() - began!.Value;
        Assert.InRange(elapsed, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(70));
        Assert.Contains("May still exist, and is billed then: ps", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($"was still being deleted after {elapsed.TotalSeconds:0} s"), outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    private static FastHost Start(PaperspaceApiVersion api, string loss)
    {
        var traffic = new MachineTraffic().On(MachineTraffic.Create, async (send, token) =>
        {
            var created = await send();
            if (loss == "cut")
            {
                var body = await created.Content.ReadAsStringAsync(token);
                created.Content = new StringContent(body[..(body.Length / 2)], Encoding.UTF8, "application/json");
                return created;
            }

            created.Dispose();
            return loss switch
            {
                "500" => Error(HttpStatusCode.InternalServerError),
                "502" => Error(HttpStatusCode.BadGateway),
                "page" => new HttpResponseMessage(HttpStatusCode.Forbidden)
                {
                    Content = new StringContent("<html><title>Forbidden</title></html>", Encoding.UTF8, "text/html"),
                },
                _ => throw new HttpRequestException("lost", new IOException("Connection reset by peer")),
            };
        });
        return new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
    }

    private static HttpResponseMessage Error(HttpStatusCode status) => new(status)
    {
        Content = new StringContent(
            $$"""{"status":{{(int)status}},"message":"{{(status == HttpStatusCode.NotFound ? "Machine not found" : "Something went wrong")}}"}""",
            Encoding.UTF8,
            "application/json"),
    };
}
