using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.V1.Machines;

namespace Paperspace.Client.V1.Operations;

/// <summary>Sends actions of the V1 API that take time, whose responses all have the same form.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class V1Actions<T>
    where T : class, new()
{
    private readonly JsonMap<T> _data;
    private readonly JsonMap<ActionResponse<T>> _response;

    /// <summary>Creates a sender.</summary>
    /// <param name="data">Maps the JSON of the resource.</param>
    public V1Actions(JsonMap<T> data)
    {
        _data = data;
        _response = new JsonMap<ActionResponse<T>>((_, _) => { })
            .Object("data", data, (it, value) => it.Data = value)
            .Object("event", MachineEventJsonMap.Map, (it, value) => it.Event = value);
    }

    /// <summary>Sends an action.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="json">What reading needs.</param>
    /// <param name="request">The request.</param>
    /// <param name="check">Throws where the response is about another resource; null for none to check.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response, whose data is not null.</returns>
    public Task<ActionResponse<T>> SendAsync(
        ApiConnection connection, JsonContext json, ApiRequest request, Action<T>? check, CancellationToken cancellationToken) =>
        connection.SendAsync(request, _data.Names, reader => Read(reader, json, check), cancellationToken);

    private ActionResponse<T> Read(JsonReader reader, JsonContext json, Action<T>? check)
    {
        var response = _response.Read(reader, json);
        if (response.Data is null) throw new JsonReaderException("a response without data came.");
        check?.Invoke(response.Data);
        return response;
    }
}
