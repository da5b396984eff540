namespace Paperspace.Simulator.Tests.V1;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("PUT", "/machines")]
    [InlineData("POST", "/machines/psmachine/start")]
    [InlineData("GET", "/machines/psmachine/stop")]
    [InlineData("PATCH", "/machines/psmachine")]
    [InlineData("GET", "")]
    [InlineData("GET", "/machines/getMachines/extra/path")]
    public void A_wrong_method_or_path_is_the_404_of_a_route(string method, string path)
    {
        var response = new V1Simulator().Send(method, path, "{}");

        Assert.Equal(404, response.Status);
        Assert.Equal("""{"message":"Not found","code":"NOT_FOUND"}""", response.Response.Body);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    public void An_empty_body_of_json_is_a_400_and_changes_nothing(string action)
    {
        var v1 = new V1Simulator();
        var id = v1.CreateMachine(("startOnCreate", action != "start"));
        var before = v1.State(id);

        var response = v1.Send("PATCH", $"/machines/{id}/{action}", "");

        Assert.Equal((400, "PARSE_ERROR"), (response.Status, (string)response.Json["code"]!));
        v1.Pass(10);
        Assert.Equal(before, v1.State(id));
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("", null)]
    [InlineData("", "text/plain")]
    public void An_action_takes_an_empty_object_or_no_body_at_all(string body, string? contentType)
    {
        var v1 = new V1Simulator();

        Assert.Equal(200, v1.Send("PATCH", $"/machines/{v1.CreateMachine()}/stop", body, contentType).Status);
    }

    [Fact]
    public void The_body_of_a_form_is_a_400()
    {
        var v1 = new V1Simulator();

        Assert.Equal(400, v1.Send("PATCH", $"/machines/{v1.CreateMachine()}/stop", "", "application/x-www-form-urlencoded").Status);
    }

    [Fact]
    public void Invalid_input_is_a_4xx_and_never_throws()
    {
        var v1 = new V1Simulator();
        string[] bodies = ["{", "[]", "null", "{} {}", "<html>", "{\"name\":{}}", "{\"diskSize\":1e999}", new string('[', 100_000)];
        string[] paths = ["/machines", "/snapshots", "/public-ips", "/startup-scripts", "/private-networks", "/custom-templates"];

        Assert.All(paths, path => Assert.All(bodies, body => Assert.InRange(v1.Send("POST", path, body).Status, 400, 499)));
    }

    [Fact]
    public void Requests_are_counted_by_route_apart_from_those_of_the_other_api()
    {
        var v1 = new V1Simulator();
        v1.Get("/machines/psnowhere");
        v1.Core.List();

        Assert.Equal(1, v1.Paperspace.Requests["GET /v1/machines/{id}"].Total);
        Assert.Equal(1, v1.Paperspace.Requests["GET /machines/getMachines"].Total);
    }

    [Fact]
    public void Faults_apply_to_this_api_too()
    {
        var v1 = new V1Simulator();
        v1.Paperspace.Inject(new() { Path = "^/v1/machines$", Status = 429, RetryAfter = TimeSpan.FromSeconds(3) });

        Assert.Equal(429, v1.Get("/machines").Status);
        Assert.Equal(200, v1.Get("/machines").Status);
    }
}
