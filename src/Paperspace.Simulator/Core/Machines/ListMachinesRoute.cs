namespace Paperspace.Simulator.Core;

internal sealed class ListMachinesRoute() : CoreRoute("GET", "/machines/getMachines")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var most = request.Account.Options.PageLimit;
        var limit = Math.Min(request.Query.Count("limit") ?? most, most);
        var skip = request.Query.Count("skip") ?? 0;
        var page = request.Account.Machines.At(request.Now)
            .Select(machine => new SimulatedMachineView(machine, request.Now))
            .Where(MachineJson.Matching(request.Query))
            .Skip(skip)
            .Take(limit);
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartArray();
            foreach (var machine in page)
                MachineJson.WriteListed(writer, machine);
            writer.WriteEndArray();
        });
    }
}
