namespace Paperspace.Simulator.Tests;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/machines/getMachines/")]
    [InlineData("GET", "/machines/getMachinePublic/?machineId=psmachine")]
    [InlineData("POST", "/machines/psmachine/stop/")]
    [InlineData("POST", "/machines/%70smachine/stop")]
    public void Trailing_slashes_and_encoded_ids_are_accepted(string method, string target) =>
        Assert.InRange(SimulatorFixture.WithMachine().Send(method, target).Status, 200, 204);

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "")]
    [InlineData("GET", "/machines")]
    [InlineData("GET", "/machines/psmachine/stop")]
    [InlineData("POST", "/machines/getMachines")]
    [InlineData("get", "/machines/getMachines")]
    [InlineData("DELETE", "/machines/psmachine")]
    [InlineData("POST", "/machines/psmachine/explode")]
    [InlineData("POST", "/machines//psmachine/stop")]
    public void Anything_else_is_a_wrapped_404(string method, string target)
    {
        var response = SimulatorFixture.WithMachine().Send(method, target);

        Assert.Equal(404, response.Status);
        Assert.Equal(
            """{"error":{"name":"Error","status":404,"message":"Not found. Please contact support@paperspace.com for help."}}""",
            response.Response.Body);
    }
}
