namespace Paperspace.Simulator;

internal sealed class ListMachines() : Route("GET", "/machines/getMachines")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var most = account.Options.PageLimit;
        var limit = Math.Min(request.Query.Count("limit") ?? most, most);
        var skip = request.Query.Count("skip") ?? 0;
        var page = account.Machines.At(request.Now)
            .Select(machine => new MachineReading(machine, request.Now))
            .Where(MachineFields.Matching(request.Query))
            .Skip(skip)
            .Take(limit);
        return Answers.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var machine in page)
                MachineFields.WriteListed(writer, machine);
            writer.WriteEndArray();
        });
    }
}
