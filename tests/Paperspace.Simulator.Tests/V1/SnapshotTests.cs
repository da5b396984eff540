namespace Paperspace.Simulator.Tests.V1;

public sealed class SnapshotTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_snapshot_is_taken_renamed_restored_and_deleted_each_with_its_event()
    {
        var machine = _v1.CreateMachine();
        var taken = Take(machine).Json;
        var id = (string)taken["data"]!["id"]!;
        Assert.Equal(("snapshot-create", machine), ((string)taken["event"]!["name"]!, (string)taken["event"]!["machineId"]!));

        Assert.Equal("other", (string)_v1.Put($"/snapshots/{id}", new() { ["name"] = "other" }).Json["name"]!);
        Assert.Equal("other", (string)_v1.Get($"/snapshots/{id}").Json["name"]!);
        _v1.Pass(10);
        Assert.Equal("snapshot-restore", (string)_v1.Post($"/snapshots/{id}/restore").Json["event"]!["name"]!);
        _v1.Pass(70);

        Assert.Equal("snapshot-delete", (string)_v1.Delete($"/snapshots/{id}").Json["event"]!["name"]!);
        Assert.Single(_v1.Items("/snapshots"));
        _v1.Pass(10);
        Assert.Empty(_v1.Items("/snapshots"));
        Assert.Equal(404, _v1.Get($"/snapshots/{id}").Status);
    }

    [Fact]
    public void A_restore_can_take_a_snapshot_first()
    {
        var machine = _v1.CreateMachine();
        var id = (string)Take(machine).Json["data"]!["id"]!;
        _v1.Pass(10);

        _v1.Post($"/snapshots/{id}/restore", new() { ["createSnapshotBeforeRestore"] = true });

        Assert.Equal(2, _v1.Items($"/snapshots?machineId={machine}").Count);
        Assert.Equal(400, _v1.Send("POST", $"/snapshots/{id}/restore", "").Status);
    }

    [Fact]
    public void Snapshots_are_deleted_with_their_machine()
    {
        var machine = _v1.CreateMachine();
        Take(machine);
        _v1.Delete($"/machines/{machine}");
        _v1.Pass(60);

        Assert.Empty(_v1.Items("/snapshots"));
    }

    private ApiResponse Take(string machine) => _v1.Post("/snapshots", new() { ["name"] = "before", ["machineId"] = machine });
}
