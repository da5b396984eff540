using System.Text;

namespace Paperspace.Simulator.Tests;

public sealed class GarbageTests
{
    private static readonly string[] Pieces =
    [
        "/", "machines", "psmachine", "createSingleMachinePublic", "getMachines", "setMachineAccess", "updateMachinePublic", "?", "&", "=",
        "%", "%zz", "%00", "%C3%28", "+", "machineId", "limit", "null", "\u0000", "\ud800", "é", "#", "..", "\\", ";", " ",
    ];

    private static readonly string[] Bodies =
    [
        "{", "}", "[]", "null", "NaN", "\"text\"", "{\"size\":1e999}", "{\"size\":NaN}", "{\"size\":undefined}", "{} {}", "new Date(1)",
        "{\"a\":new Date(1)}", "<html>", "\u0000", "\ud800", "{\"userId\":{\"a\":[]}}", "{\"size\":\"50\"", "'", "/* no end", "// comment",
    ];

    [Fact]
    public void Invalid_input_is_a_4xx_and_never_throws()
    {
        var simulator = SimulatorFixture.WithMachine();
        var random = new Random(20220314);
        string[] methods = ["GET", "POST", "PUT", "DELETE", "", "GET POST", "\u0001"];

        for (var i = 0; i < 5_000; i++)
        {
            var target = new StringBuilder();
            for (var length = random.Next(12); length > 0; length--)
                target.Append(Pieces[random.Next(Pieces.Length)]);
            var response = simulator.Send(methods[random.Next(methods.Length)], target.ToString(), Bodies[random.Next(Bodies.Length)]);
            Assert.InRange(response.Status, 400, 499);
        }
    }

    [Theory]
    [InlineData("/machines/createSingleMachinePublic")]
    [InlineData("/machines/psmachine/updateMachinePublic")]
    [InlineData("/machines/psmachine/setMachineAccess")]
    [InlineData("/machines/psmachine/destroyMachine")]
    [InlineData("/machines/psmachine/stop")]
    public void A_body_that_is_not_a_json_object_is_a_wrapped_400(string target)
    {
        var simulator = SimulatorFixture.WithMachine();

        Assert.All(["{", "[]", "null", "{} {}", "<html>", new string('[', 100_000), "{\"a\":" + new string('[', 100_000)], body =>
        {
            var response = simulator.Send("POST", target, body);
            Assert.Equal(400, response.Status);
            Assert.Equal(400, response.WrappedStatus);
        });
        Assert.Equal("ready", simulator.State());
    }

    [Fact]
    public void Queries_of_any_form_get_a_response()
    {
        var simulator = SimulatorFixture.WithMachine();

        Assert.All(
            ["?", "?&&&", "?=", "?=x", "?limit", "?limit=", "?%", "?name=%C3%28", "?a=b=c", "?name=%00", "??"],
            query => Assert.Equal(200, simulator.List(query).Status));
    }
}
