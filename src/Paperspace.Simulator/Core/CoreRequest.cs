namespace Paperspace.Simulator;

internal sealed class CoreRequest
{
    private readonly SimulatedRequest _http;
    private readonly string _id;

    public CoreRequest(RouteRequest request)
    {
        _http = request.Http;
        var body = MultipartForm.Is(_http) ? [] : JsonBody.Parse(_http.Body);
        _id = request.Parameters.TryGetValue("id", out var id) ? id : "";
        Account = request.Account;
        Now = request.Now;
        Query = new CoreQuery(_http.Query, body);
        Body = new CoreBody(body);
    }

    public SimulatedAccount Account { get; }

    public DateTimeOffset Now { get; }

    public CoreQuery Query { get; }

    public CoreBody Body { get; }

    /// <summary>Gets whether the request is a multipart form, which has files in its body and all other parameters in the query.</summary>
    public bool IsForm => MultipartForm.Is(_http);

    /// <summary>Returns the content of a file in the form; null if there is none with the name.</summary>
    public string? File(string name) => MultipartForm.Read(_http, name);

    public SimulatedMachine QueryMachine() =>
        Account.Readings.FindMachine(Query.Required("machineId"), Now) ?? throw CoreErrors.MachineNotFound();

    public SimulatedMachine PathMachine() => Account.Readings.FindMachine(_id, Now) ?? throw CoreErrors.NotFound();

    /// <summary>Returns the machine in the path for an action. A machine that is being deleted accepts none.</summary>
    public SimulatedMachine ActionMachine() => FindActionMachine() ?? throw CoreErrors.NotFound();

    public SimulatedMachine? FindActionMachine() =>
        Account.Readings.FindMachine(_id, Now) is { } machine && !machine.IsBeingRemoved(Now) ? machine : null;

    public SimulatedMachineView View(SimulatedMachine machine) => Account.Readings.View(machine, Now);

    public SimulatedScript QueryScript() =>
        Account.Scripts.Find(Query.Required("scriptId")) ?? throw new RequestRejectedException(404, "Script not found");

    public SimulatedScript PathScript() => Account.Scripts.Find(_id) ?? throw CoreErrors.NotFound();
}
