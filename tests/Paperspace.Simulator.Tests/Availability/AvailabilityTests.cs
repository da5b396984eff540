namespace Paperspace.Simulator.Tests;

public sealed class AvailabilityTests
{
    private readonly SimulatorFixture _simulator = new();

    [Theory]
    [InlineData("East Coast (NY2)", "P4000", true)]
    [InlineData("Europe (AMS1)", "GPU+", true)]
    [InlineData("West Coast (CA1)", "V100", false)]
    public void Follows_what_is_offered_where(string region, string machineType, bool expected) =>
        Assert.Equal($$"""{"available":{{(expected ? "true" : "false")}}}""", Ask(region, machineType).Response.Body);

    [Fact]
    public void Follows_what_a_test_says_about_capacity()
    {
        _simulator.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);
        Assert.False((bool)Ask("East Coast (NY2)", "P4000").Json["available"]!);

        _simulator.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: true);
        Assert.True((bool)Ask("East Coast (NY2)", "P4000").Json["available"]!);
    }

    [Theory]
    [InlineData("NY2", "P4000", "region not found")]
    [InlineData("East Coast (NY2)", "C5", "machineType not found: availability is only provided for the dedicated GPU machine types")]
    [InlineData("", "P4000", "Missing required parameter `region`")]
    [InlineData("East Coast (NY2)", "", "Missing required parameter `machineType`")]
    public void Refuses_what_it_is_not_provided_for(string region, string machineType, string message)
    {
        var response = Ask(region, machineType);

        Assert.Equal(400, response.Status);
        Assert.Equal(message, response.ErrorMessage);
    }

    private ApiResponse Ask(string region, string machineType) => _simulator.Get(
        $"/machines/getAvailability?region={Uri.EscapeDataString(region)}&machineType={Uri.EscapeDataString(machineType)}");
}
