namespace Paperspace.Simulator.V1;

internal sealed class UpdateMachineRoute() : V1Route("PUT", "/machines/{id}")
{
    private const int LargestDisk = 1_000_000;

    protected override SimulatedResponse Respond(V1Request request)
    {
        var (body, account) = (request.Body, request.Account);
        var machine = request.LiveMachine();
        var name = body.Has("name") ? body.RequiredText("name") : null;
        var typeName = body.Text("machineType");
        var size = body.Number("diskSize", 1, LargestDisk);
        var networkId = body.Text("networkId");
        var snapshotId = body.Text("restorePointSnapshotId");
        var settings = new MachineSettings(body);
        body.Validate();

        var network = Network(account, machine, networkId);
        var restorePoint = RestorePoint(request, machine, snapshotId);
        var hardware = machine.HardwareAt(request.Now);
        var wanted = new MachineHardware(typeName is null ? hardware.Type : MachineTypeLookup.Find(typeName), size ?? hardware.Size);
        var upgrade = wanted == hardware ? null : Upgrade(request, machine, wanted);
        var update = settings.ToUpdate(machine, request.Options) with
        {
            Name = name ?? machine.Name,
            Network = network,
            RestorePoint = restorePoint,
        };
        account.Update(machine, update, request.Now);
        return MachineResponse.Of(request, machine, request.Options.UpdateEvents == UpdateEvents.Unreported ? null : upgrade);
    }

    private static SimulatedMachineEvent Upgrade(V1Request request, SimulatedMachine machine, MachineHardware wanted)
    {
        if (!wanted.Type.Runs(machine.Template))
            throw new AccountRuleException(AccountRule.MachineTypeRunsTemplate);
        var upgrade = request.Account.Upgrade(machine, wanted, request.Now);
        if (request.Options.UpdateEvents == UpdateEvents.Several)
            request.Account.Transitions.BillUpgrade(machine, upgrade);
        return upgrade;
    }

    // The default network is none that a machine can be moved to, not even back.
    private static SimulatedNetwork Network(SimulatedAccount account, SimulatedMachine machine, string? id)
    {
        if (id is null)
            return machine.Network;
        var network = account.Networks.FindPrivate(id) ?? throw V1Errors.NotFound("Private network");
        return network.Region == machine.Region ? network : throw new AccountRuleException(AccountRule.RegionsMatch);
    }

    private static SimulatedSnapshot? RestorePoint(V1Request request, SimulatedMachine machine, string? id)
    {
        if (id is null)
            return machine.RestorePoint;
        return request.Account.Snapshots.Find(id, request.Now) is { } snapshot && snapshot.Machine == machine
            ? snapshot
            : throw V1Errors.NotFound("Snapshot");
    }
}
