using System.Net;
using System.Net.Http.Headers;
using Paperspace.Simulator.Server;

namespace Paperspace.Simulator.Tests;

/// <summary>The faults that the real service and its proxies have been seen to have, on both APIs.</summary>
public sealed class FaultKindTests
{
    [Fact]
    public void A_create_can_take_effect_and_return_500()
    {
        var v1 = new V1Simulator();
        v1.Paperspace.Inject(new() { Method = "POST", Status = 500, HasApiBody = true, AfterEffect = true, Times = 2 });

        var created = v1.Create();
        var createdOnCore = v1.Core.Create();

        Assert.Equal(
            (500, """{"message":"Internal server error","code":"INTERNAL_SERVER_ERROR"}"""),
            (created.Status, created.Response.Body));
        Assert.Equal((500, "Internal server error"), (createdOnCore.Status, createdOnCore.ErrorMessage));
        Assert.Equal(2, v1.Items("/machines").Count);
    }

    [Fact]
    public void A_proxy_page_can_replace_any_response()
    {
        var v1 = new V1Simulator();
        v1.Paperspace.Inject(SimulatedFault.ProxyPage());
        v1.Paperspace.Inject(SimulatedFault.ProxyPage(404) with { Path = "^/machines/getMachines$" });

        var page = v1.Get("/machines").Response;
        var pageOnCore = v1.Core.List().Response;

        Assert.Equal((403, 404), (page.Status, pageOnCore.Status));
        Assert.All([page, pageOnCore], response =>
        {
            Assert.StartsWith("text/html", response.ContentType, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>", response.Body, StringComparison.Ordinal);
            Assert.Equal("cloudflare", response.Headers["server"]);
        });
        Assert.Equal(200, v1.Get("/machines").Status);
    }

    [Fact]
    public void A_route_can_return_404_in_the_format_of_its_api()
    {
        var v1 = new V1Simulator();
        v1.Paperspace.Inject(new() { Path = "/machine-events$", Status = 404, HasApiBody = true });
        v1.Paperspace.Inject(new() { Path = "/getMachines$", Status = 404, HasApiBody = true });

        Assert.Equal("""{"message":"Not found","code":"NOT_FOUND"}""", v1.Get("/machine-events?machineId=psx").Response.Body);
        Assert.Equal(404, v1.Core.List().WrappedStatus);
        Assert.Equal((200, 200), (v1.Get("/machine-events").Status, v1.Core.List().Status));
    }

    [Fact]
    public void A_fault_can_affect_a_seeded_share_of_the_requests()
    {
        static string Statuses(int seed)
        {
            var fault = new SimulatedFault { Probability = 0.3, Times = int.MaxValue, Status = 500 };
            var simulator = new SimulatorFixture(new() { RandomSeed = seed, Faults = [fault] });
            return string.Concat(Enumerable.Range(0, 1000).Select(_ => simulator.List().Status == 500 ? 'x' : '.'));
        }

        Assert.InRange(Statuses(1).Count(status => status == 'x'), 240, 360);
        Assert.Equal(Statuses(1), Statuses(1));
        Assert.NotEqual(Statuses(1), Statuses(2));
    }

    [Fact]
    public void If_a_fault_does_not_occur_the_next_one_applies()
    {
        var simulator = new SimulatorFixture();
        simulator.Paperspace.Inject(new() { Probability = 0, Status = 500 });
        simulator.Paperspace.Inject(new() { Status = 502 });

        Assert.Equal([502, 200], [simulator.List().Status, simulator.List().Status]);
    }

    [Fact]
    public async Task A_cut_body_ends_in_the_middle_over_the_handler()
    {
        var simulator = SimulatorFixture.WithMachine();
        using var client = new HttpClient(new SimulatorHandler(simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };

        await AssertCutAsync(simulator, client);
    }

    [Fact]
    public async Task A_cut_body_ends_in_the_middle_over_the_server()
    {
        var simulator = SimulatorFixture.WithMachine();
        await using var server = await SimulatorServer.StartAsync(simulator.Paperspace, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.BaseUri };

        await AssertCutAsync(simulator, client);
    }

    private static async Task AssertCutAsync(SimulatorFixture simulator, HttpClient client)
    {
        var token = TestContext.Current.CancellationToken;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "k");
        simulator.Paperspace.Inject(new() { CutsBody = true });

        using var request = new HttpRequestMessage(HttpMethod.Patch, "/v1/machines/psmachine/stop");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var length = response.Content.Headers.ContentLength;
        var read = new MemoryStream();
        var failure = await Record.ExceptionAsync(() => response.Content.CopyToAsync(read, token));
        Assert.True(failure is HttpRequestException or IOException, $"{failure}");
        Assert.Equal(length / 2, read.Length);
        Assert.Equal("stop new", simulator.Events()[0]);
        using var next = await client.GetAsync("/v1/machines", token);
        Assert.Contains("psmachine", await next.Content.ReadAsStringAsync(token), StringComparison.Ordinal);
    }
}
