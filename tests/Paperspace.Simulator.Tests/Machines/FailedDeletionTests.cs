namespace Paperspace.Simulator.Tests;

/// <summary>Deletions that are accepted and fail after the machine was missing, on both APIs.</summary>
public sealed class FailedDeletionTests
{
    [Theory]
    [InlineData("ready")]
    [InlineData("off")]
    public void A_failed_deletion_hides_the_machine_and_shows_it_again(string state)
    {
        var v1 = new V1Simulator(SimulatorFixture.WithMachine(state));
        v1.Paperspace.FailNextDeletion("psmachine", "Disk is locked.");

        var deleted = v1.Delete("/machines/psmachine").Json;

        Assert.Equal(("deactivate", "new"), ((string)deleted["event"]!["name"]!, (string)deleted["event"]!["state"]!));
        v1.Pass(2);
        Assert.Equal(404, v1.Get("/machines/psmachine").Status);
        Assert.Equal(404, v1.Core.Show().Status);
        Assert.Empty(v1.Items("/machines"));

        v1.Pass(23);
        var deactivate = v1.Event((string)deleted["event"]!["id"]!);
        Assert.Equal(("error", "Disk is locked."), ((string)deactivate["state"]!, (string)deactivate["error"]!));
        Assert.NotNull(deactivate["dtFinished"]);
        Assert.Equal(state, v1.State("psmachine"));
        Assert.Equal(state, v1.Core.State());
        Assert.Single(v1.Items("/machines"));
    }

    [Fact]
    public void Only_the_next_deletion_fails()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.FailNextDeletion(null);
        simulator.Act("destroyMachine");
        simulator.Pass(30);
        Assert.Equal("deactivate error", simulator.Events()[0]);

        simulator.Act("destroyMachine");
        simulator.Pass(30);

        Assert.Equal(404, simulator.Show().Status);
        Assert.Empty(simulator.List().Items);
    }

    [Fact]
    public void A_machine_accepts_actions_again_after_its_failed_deletion()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.FailNextDeletion("Machine");
        simulator.Act("destroyMachine");
        Assert.Equal(404, simulator.Act("stop").Status);
        Assert.Equal(204, simulator.Act("destroyMachine").Status);
        Assert.Single(simulator.Events(), shown => shown.StartsWith("deactivate", StringComparison.Ordinal));

        simulator.Pass(25);

        Assert.Equal(204, simulator.Act("stop").Status);
        simulator.Pass(68);
        Assert.Equal("off", simulator.State());
    }

    [Fact]
    public void A_share_of_deletions_fails_by_the_seed()
    {
        static int Survivors(int seed)
        {
            var simulator = new SimulatorFixture(new() { Machines = 200, FailedDeletions = 0.3, RandomSeed = seed });
            foreach (var id in simulator.List().Ids) simulator.Act("destroyMachine", id);
            simulator.Pass(60);
            return simulator.List().Ids.Count;
        }

        Assert.InRange(Survivors(1), 30, 90);
        Assert.Equal(Survivors(1), Survivors(1));
    }
}
