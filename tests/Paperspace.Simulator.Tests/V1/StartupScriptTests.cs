namespace Paperspace.Simulator.Tests.V1;

public sealed class StartupScriptTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_script_is_created_changed_assigned_and_deleted_and_its_text_is_never_returned()
    {
        var machine = _v1.CreateMachine();
        var created = _v1.Post("/startup-scripts", new() { ["name"] = "install", ["script"] = "echo secret", ["isRunOnce"] = "true" });
        var id = (string)created.Json["id"]!;
        Assert.True((bool)created.Json["isRunOnce"]!);
        Assert.DoesNotContain("secret", created.Response.Body!, StringComparison.Ordinal);

        var changed = _v1.Put($"/startup-scripts/{id}", new() { ["name"] = "renamed", ["isEnabled"] = false }).Json;
        Assert.Equal(("renamed", false), ((string)changed["name"]!, (bool)changed["isEnabled"]!));

        Assert.Single(_v1.Post($"/startup-scripts/{id}/assign", new() { ["machineId"] = machine }).Json["assignedMachineIds"]!.AsArray());
        Assert.Equal(id, (string)_v1.Core.Field("scriptId", machine)!);
        Assert.Empty(_v1.Post($"/startup-scripts/{id}/unassign", new() { ["machineId"] = machine }).Json["assignedMachineIds"]!.AsArray());

        Assert.NotNull(_v1.Delete($"/startup-scripts/{id}").Json["dtDeleted"]);
        Assert.Empty(_v1.Items("/startup-scripts"));
        Assert.Equal(404, _v1.Get($"/startup-scripts/{id}").Status);
    }

    [Fact]
    public void Name_and_text_are_required() => Assert.Equal(
        ["name", "script"],
        _v1.Post("/startup-scripts").Json["details"]!["fieldErrors"]!.AsObject().Select(field => field.Key));
}
