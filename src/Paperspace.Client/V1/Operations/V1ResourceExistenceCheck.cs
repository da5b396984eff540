using System.Collections.Concurrent;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Checks whether resources exist whose events ended without a clear outcome.</summary>
internal sealed class V1ResourceExistenceCheck
{
    private readonly ApiConnection _connection;
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.Ordinal);

    public V1ResourceExistenceCheck(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <summary>Returns whether the resource of an operation exists; null if it was not checked.</summary>
    public bool? Find(Operation operation) => _found.TryGetValue(GetPath(operation), out var exists) ? exists : null;

    /// <summary>Checks whether the resource of an operation exists.</summary>
    public async Task CheckAsync(Operation operation, CancellationToken cancellationToken)
    {
        var path = GetPath(operation);
        try
        {
            await _connection
                .SendAsync(new ApiRequest { Method = Method.Get, Path = path, RetrySafety = RetrySafety.Idempotent }, cancellationToken)
                .ConfigureAwait(false);
            _found[path] = true;
        }
        // A page that is not the API's proves nothing.
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotFound && failure.ApiMessage is not null)
        {
            _found[path] = false;
        }
    }

    private static string GetPath(Operation operation)
    {
        var list = operation.ResourceKind == ResourceKinds.Template ? "custom-templates" : "snapshots";
        return $"{list}/{Uri.EscapeDataString(operation.ResourceId)}";
    }
}
