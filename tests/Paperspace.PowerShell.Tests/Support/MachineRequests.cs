namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Tells how requests about machines look on each API, for the tests that run on both.</summary>
internal static class MachineRequests
{
    /// <summary>Returns the line of an action, as <see cref="SimulatedHost.Lines"/> has it.</summary>
    /// <param name="api">The API.</param>
    /// <param name="action">start, stop, restart or remove.</param>
    /// <param name="id">The machine.</param>
    public static string Line(PaperspaceApiVersion api, string action, string id) => (api, action) switch
    {
        (PaperspaceApiVersion.Core, "remove") => $"POST /machines/{id}/destroyMachine",
        (PaperspaceApiVersion.V1, "remove") => $"DELETE /v1/machines/{id}",
        (PaperspaceApiVersion.Core, _) => $"POST /machines/{id}/{action}",
        _ => $"PATCH /v1/machines/{id}/{action}",
    };

    /// <summary>Returns whether a line is of a request that changes something.</summary>
    public static bool IsChange(string line) => !line.StartsWith("GET ", StringComparison.Ordinal);

    /// <summary>Returns whether a request creates a machine.</summary>
    public static bool IsCreate(HttpRequestMessage request) => request.Method == HttpMethod.Post
        && request.RequestUri!.AbsolutePath is "/machines/createSingleMachinePublic" or "/v1/machines";

    /// <summary>Returns whether a request lists machines.</summary>
    public static bool IsList(HttpRequestMessage request) => request.Method == HttpMethod.Get
        && request.RequestUri!.AbsolutePath is "/machines/getMachines" or "/v1/machines";

    /// <summary>Returns whether a request shows a machine.</summary>
    public static bool IsShow(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        && (
            request.RequestUri!.AbsolutePath == "/machines/getMachinePublic"
            || request.RequestUri.AbsolutePath.StartsWith("/v1/machines/", StringComparison.Ordinal));
}
