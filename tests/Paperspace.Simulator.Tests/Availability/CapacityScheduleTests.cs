namespace Paperspace.Simulator.Tests;

public sealed class CapacityScheduleTests
{
    private static readonly string[] Regions = ["NY2", "CA1", "AMS1"];

    [Fact]
    public void A_scarce_type_has_capacity_in_one_region_for_one_minute_in_ten()
    {
        var v1 = new V1Simulator(new SimulatorOptions { CapacitySchedule = new() });

        for (var period = 0; period < 10; period++)
        {
            var available = new Dictionary<string, int>();
            for (var second = 0; second < 600; second += 10)
            {
                foreach (var region in Regions.Where(region => IsAvailable(v1, region, "P4000")))
                    available[region] = available.GetValueOrDefault(region) + 1;
                v1.Pass(10);
            }

            Assert.InRange(Assert.Single(available).Value, 5, 7);
        }
    }

    [Fact]
    public void Regions_and_times_follow_the_seed()
    {
        Assert.Equal(Course(1), Course(1));
        Assert.NotEqual(Course(1), Course(2));

        static string Course(int seed)
        {
            var v1 = new V1Simulator(new SimulatorOptions { RandomSeed = seed, CapacitySchedule = new() });
            return string.Concat(Enumerable.Range(0, 120).Select(_ =>
            {
                v1.Pass(15);
                return string.Concat(Regions.Select(region => IsAvailable(v1, region, "P4000") ? '1' : '0'));
            }));
        }
    }

    [Fact]
    public void A_schedule_applies_to_availability_and_starts_on_both_apis()
    {
        var v1 = new V1Simulator(new SimulatorOptions { CapacitySchedule = new() { Available = TimeSpan.Zero } });

        Assert.False(IsAvailable(v1, "NY2", "P4000"));
        Assert.False((bool)v1.Core.Get("/machines/getAvailability?region=East%20Coast%20(NY2)&machineType=P4000").Json["available"]!);
        Assert.Equal("off", v1.State(v1.CreateMachine()));
        var core = v1.Core.CreateId();
        v1.Pass(120);
        Assert.Equal("off", v1.State(core));
    }

    [Fact]
    public void Types_without_a_gpu_or_a_schedule_are_always_available()
    {
        var closed = new CapacitySchedule { Available = TimeSpan.Zero };
        var v1 = new V1Simulator(new SimulatorOptions { CapacitySchedule = closed });
        Assert.True(IsAvailable(v1, "NY2", "C5"));

        v1 = new V1Simulator(new SimulatorOptions { CapacitySchedule = closed with { MachineTypes = ["a4000"] } });
        Assert.True(IsAvailable(v1, "NY2", "P4000"));
        Assert.False(IsAvailable(v1, "NY2", "A4000"));
    }

    [Fact]
    public void SetCapacity_overrides_the_schedule()
    {
        var v1 = new V1Simulator(new SimulatorOptions { CapacitySchedule = new() { Available = TimeSpan.Zero } });
        v1.Paperspace.SetCapacity("NY2", "P4000", available: true);

        Assert.True(IsAvailable(v1, "ny2", "P4000"));
    }

    [Fact]
    public void An_invalid_schedule_is_an_error_that_names_the_option() => Assert.Equal(
        "Available",
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedPaperspace(
            new() { CapacitySchedule = new() { Available = TimeSpan.FromHours(1) } })).ParamName);

    private static bool IsAvailable(V1Simulator v1, string region, string type) =>
        (bool)v1.Get($"/machine-availability?region={region}&machineType={type}").Json["available"]!;
}
