namespace Paperspace.Module.Tests.Parity;

/// <summary>Where our requests differ from the official client's on purpose. What is not listed here has to be the same.</summary>
internal static class Difference
{
    private static readonly Func<ParityRequest, ParityRequest>[] All =
    [
        IdIsInThePathOnly, ListHasAPageSize, ListHasNoName, WaitHasNoState, ClientIsNamedByUserAgent, NoBodyHasNoContentType, JsonIsAccepted,
        AFrequencySwitchesSnapshotsOn,
    ];

    /// <summary>Returns the request that is expected of us where the official client sends this one.</summary>
    public static ParityRequest Apply(ParityRequest official) => All.Aggregate(official, (request, difference) => difference(request));

    // The reference sends the id of a machine or script once. Start, stop and restart then have no body, as in its examples.
    private static ParityRequest IdIsInThePathOnly(ParityRequest request)
    {
        var isAction = request.Method == "POST" && request.Path.Split('/') is ["", "machines" or "scripts", _, _];
        if (!isAction || request.Body is null) return request;
        var body = request.Body.DeepClone().AsObject();
        body.Remove("machineId");
        body.Remove("scriptId");
        return request with { Body = body.Count == 0 ? null : body };
    }

    // A frequency alone would leave snapshots off, without a word.
    private static ParityRequest AFrequencySwitchesSnapshotsOn(ParityRequest request)
    {
        if (request.Body?["autoSnapshotFrequency"] is null || request.Body["performAutoSnapshot"] is not null) return request;
        var body = request.Body.DeepClone().AsObject();
        body["performAutoSnapshot"] = true;
        return request with { Body = body };
    }

    // Pages are read until one is not full, so their size must be known and not a default that can change.
    private static ParityRequest ListHasAPageSize(ParityRequest request) =>
        request.Path == "/machines/getMachines" && !request.Query.ContainsKey("limit")
            ? request with { Target = request.Target + (request.Query.Count > 0 ? "&" : "?") + "limit=1000" }
            : request;

    // The API compares letter by letter; names are matched as PowerShell matches them, by one rule for one name, several, and wildcards.
    private static ParityRequest ListHasNoName(ParityRequest request) =>
        request.Path == "/machines/getMachines" ? Without(request, "name") : request;

    // The operation show has no such parameter; the client compares.
    private static ParityRequest WaitHasNoState(ParityRequest request) =>
        request.Path == "/machines/getMachinePublic" ? Without(request, "state") : request;

    // User-Agent is the standard header for the client's name and version.
    private static ParityRequest ClientIsNamedByUserAgent(ParityRequest request) => request with
    {
        Headers = [.. request.Headers.Where(name => !name.StartsWith("ps_client_", StringComparison.Ordinal)), "user-agent"],
    };

    private static ParityRequest NoBodyHasNoContentType(ParityRequest request) =>
        request.Body is null ? request with { Headers = [.. request.Headers.Where(name => name != "content-type")] } : request;

    // Nothing else can be read; a web page in between should know.
    private static ParityRequest JsonIsAccepted(ParityRequest request) => request with { Headers = [.. request.Headers, "accept"] };

    private static ParityRequest Without(ParityRequest request, string field) => request with
    {
        Target = request.Path + "?" + string.Join('&', request.Query.Where(pair => pair.Key != field).Select(pair => $"{pair.Key}={pair.Value}")),
    };
}
