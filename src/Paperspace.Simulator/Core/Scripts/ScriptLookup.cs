namespace Paperspace.Simulator.Core;

/// <summary>Finds the startup script that a request is about.</summary>
internal static class ScriptLookup
{
    /// <summary>Returns the script that is named in the query.</summary>
    public static SimulatedScript QueryScript(this CoreRequest request) =>
        request.Account.Scripts.Find(request.Query.Required("scriptId")) ?? throw new RequestRejectedException(404, "Script not found");
}
