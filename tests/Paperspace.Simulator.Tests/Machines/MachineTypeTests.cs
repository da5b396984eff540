namespace Paperspace.Simulator.Tests;

public sealed class MachineTypeTests
{
    private static readonly string[] Regions = ["East Coast (NY2)", "West Coast (CA1)", "Europe (AMS1)"];

    public static TheoryData<string> KnownTypes => [.. MachineTypes.Known];

    [Theory]
    [MemberData(nameof(KnownTypes))]
    public void Every_machine_type_that_is_known_can_be_created_and_runs_somewhere(string machineType)
    {
        var simulator = new SimulatorFixture();
        // Windows runs on every type with a GPU, Ubuntu on every type without.
        var template = MachineTypes.Cpu.Contains(machineType) ? "tkni3aa4" : "tk9izniv";

        var states = Regions.Select(region =>
        {
            var id = simulator.CreateId(("machineType", machineType), ("region", region), ("templateId", template));
            simulator.Pass(120);
            return simulator.State(id);
        }).ToList();

        Assert.Contains("ready", states);
        Assert.Equal(machineType, (string)simulator.List().Items[0]["machineType"]!);
    }
}
