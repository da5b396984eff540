using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.V1;

/// <summary>Reads a request as the V1 API does.</summary>
internal sealed class V1Request
{
    private readonly IReadOnlyDictionary<string, string> _parameters;

    public V1Request(RouteRequest request)
    {
        _parameters = request.Parameters;
        Account = request.Account;
        Now = request.Now;
        Query = new V1Input(ParseQuery(request.Http.Query), Options.ErrorsHaveIssues);
        Body = new V1Input(V1Body.Parse(request.Http), Options.ErrorsHaveIssues);
    }

    public SimulatedAccount Account { get; }

    public SimulatorV1Options Options => Account.Options.V1;

    /// <summary>Gets the one moment at which the whole request is served.</summary>
    public DateTimeOffset Now { get; }

    public V1Input Query { get; }

    public V1Input Body { get; }

    /// <summary>Returns a parameter of the path.</summary>
    public string Parameter(string name) => _parameters[name];

    /// <summary>Returns the machine of an id.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public SimulatedMachine Machine(string id) => Account.Machines.Find(id, Now) ?? throw V1Errors.NotFound("Machine");

    /// <summary>Returns the machine that the path names.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public SimulatedMachine Machine() => Machine(Parameter("id"));

    /// <summary>Returns the machine of an id, which an action is about: one that is being deleted takes no more actions.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public SimulatedMachine LiveMachine(string id) =>
        Machine(id) is { RemovedAt: null } machine ? machine : throw V1Errors.NotFound("Machine");

    /// <summary>Returns the machine of the path, which an action is about: one that is being deleted takes no more actions.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public SimulatedMachine LiveMachine() => LiveMachine(Parameter("id"));

    public SimulatedMachineView View(SimulatedMachine machine) => new(machine, Now);

    private static JObject ParseQuery(string query)
    {
        var values = new JObject();
        foreach (var pair in query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0)
                values[Decode(pair.Substring(0, equals))] = Decode(pair.Substring(equals + 1));
        }

        return values;
    }

    // As in an HTML form, a plus sign stands for a space; only %2B is a plus.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
