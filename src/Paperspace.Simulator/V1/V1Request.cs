using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal sealed class V1Request
{
    private readonly IReadOnlyDictionary<string, string> _parameters;

    public V1Request(RouteRequest request)
    {
        _parameters = request.Parameters;
        Account = request.Account;
        Now = request.Now;
        Query = new V1Input(ParseQuery(request.Http.Query), Options.ErrorsHaveIssues);
        Body = new V1Input(ParseBody(request.Http), Options.ErrorsHaveIssues);
    }

    public SimulatedAccount Account { get; }

    public SimulatorV1Options Options => Account.Options.V1;

    public DateTimeOffset Now { get; }

    public V1Input Query { get; }

    public V1Input Body { get; }

    public string Id => Parameter("id");

    public string Parameter(string name) => _parameters[name];

    public SimulatedMachine Machine() => Account.Readings.FindMachine(Id, Now) ?? throw V1Errors.NotFound("Machine");

    /// <summary>Returns the machine in the path for an action. A machine that is being deleted accepts none.</summary>
    public SimulatedMachine ActionMachine() => ActionMachine(Id);

    /// <summary>Returns a machine for an action. A machine that is being deleted accepts none.</summary>
    public SimulatedMachine ActionMachine(string id) =>
        Account.Readings.FindMachine(id, Now) is { } machine && !machine.IsBeingRemoved(Now)
            ? machine
            : throw V1Errors.NotFound("Machine");

    public SimulatedMachineView View(SimulatedMachine machine) => Account.Readings.View(machine, Now);

    private static JObject ParseQuery(string query)
    {
        var values = new JObject();
        foreach (var (name, value) in QueryString.Parse(query)) values[name] = value;
        return values;
    }

    // A JSON body must not be empty, a form is rejected, any other type is ignored.
    private static JObject ParseBody(SimulatedRequest request)
    {
        if (request.Method is not ("POST" or "PUT" or "PATCH")) return [];
        var type = request.ContentType;
        var isJson = type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        var isForm = type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        if (isForm || (isJson && string.IsNullOrWhiteSpace(request.Body))) throw V1Errors.UnreadableBody();
        try
        {
            return isJson || type.Length == 0 ? JsonBody.Parse(request.Body) : [];
        }
        catch (RequestRejectedException)
        {
            throw V1Errors.UnreadableBody();
        }
    }
}
