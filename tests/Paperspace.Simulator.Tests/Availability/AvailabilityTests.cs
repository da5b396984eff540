namespace Paperspace.Simulator.Tests;

public sealed class AvailabilityTests
{
    private readonly SimulatorFixture _simulator = new();

    [Theory]
    [InlineData("East Coast (NY2)", "P4000", true)]
    [InlineData("Europe (AMS1)", "GPU+", true)]
    [InlineData("West Coast (CA1)", "V100", false)]
    public void Availability_follows_the_regions_of_a_type(string region, string machineType, bool expected) =>
        Assert.Equal($$"""{"available":{{(expected ? "true" : "false")}}}""", Ask(region, machineType).Response.Body);

    [Fact]
    public void Availability_follows_SetCapacity()
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
    public void Unsupported_types_and_regions_are_rejected(string region, string machineType, string message)
    {
        var response = Ask(region, machineType);

        Assert.Equal(400, response.Status);
        Assert.Equal(message, response.ErrorMessage);
    }

    private ApiResponse Ask(string region, string machineType) => _simulator.Get(
        $"/machines/getAvailability?region={Uri.EscapeDataString(region)}&machineType={Uri.EscapeDataString(machineType)}");
}
