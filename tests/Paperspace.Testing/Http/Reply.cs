using System.Globalization;
using System.Text;

namespace Paperspace.Testing;

/// <summary>Describes what a <see cref="ScriptedServer"/> does in response to a request.</summary>
public sealed class Reply
{
    private readonly Func<ServerConnection, Task<bool>> _send;

    private Reply(Func<ServerConnection, Task<bool>> send)
    {
        _send = send;
    }

    /// <summary>Responds with 204 without a body.</summary>
    public static Reply NoContent { get; } = Empty(204);

    /// <summary>Resets the connection without a response.</summary>
    public static Reply Reset { get; } = new(connection => Task.FromResult(connection.Reset()));

    /// <summary>Closes the connection without a response.</summary>
    public static Reply Close { get; } = new(_ => Task.FromResult(false));

    /// <summary>Gets a reply that never comes: waits until the client gives up.</summary>
    public static Reply Silence { get; } = new(async connection =>
    {
        await connection.ClientLeftAsync();
        return false;
    });

    /// <summary>Responds with JSON.</summary>
    public static Reply Json(string body, int status = 200, params string[] headers) =>
        Whole(status, Encoding.UTF8.GetBytes(body), ["Content-Type: application/json; charset=utf-8", .. headers]);

    /// <summary>Responds with a recorded body.</summary>
    public static Reply Example(string name, int status = 200) => Json(Examples.Text(name), status);

    /// <summary>Responds with a recorded body, with the name and the machine that the request to create has.</summary>
    public static Reply Created(string example, SeenRequest request) => Json(Examples.Created(example, request.Body));

    /// <summary>Responds with what the request asks for, as the API would.</summary>
    public static Reply To(SeenRequest request) =>
        request.Path switch
        {
            "/machines/createSingleMachinePublic" => Created("spec-create", request),
            "/machines/getMachines" => Example("spec-list"),
            "/machines/getMachinePublic" => Example("spec-show"),
            "/machines/getUtilization" => Example("spec-utilization"),
            "/machines/getAvailability" => Example("spec-availability"),
            "/networks/getNetworks" => Json(
                """[{"id":"nwhoe4ox","name":"lab","region":"East Coast (NY2)","network":"10.64.0.0","netmask":"255.192.0.0"}]"""),
            "/scripts/getScripts" => Example("rec-scripts-list"),
            "/scripts/getScript" => Example("node-script-show"),
            "/scripts/getScriptText" => Example("rec-script-text"),
            "/scripts/createScript" => Example("rec-script-create"),
            "/templates/getTemplates" => Example("docs-templates-2022"),
            "/users/getUsers" => Json(
                """[{"id":"ubx9ce8k","email":"ada@example.com","firstname":"Ada","lastname":"Example","dtCreated":"2019-05-31T15:46:57.423Z","teamId":"tewr3st2z"}]"""),
            _ => NoContent,
        };

    /// <summary>Responds with text of some media type.</summary>
    public static Reply Text(string body, string mediaType, int status = 200, params string[] headers) =>
        Whole(status, Encoding.UTF8.GetBytes(body), [$"Content-Type: {mediaType}", .. headers]);

    /// <summary>Responds without a body.</summary>
    public static Reply Empty(int status, params string[] headers) => Whole(status, [], headers);

    /// <summary>Responds with these bytes and headers, and a right length.</summary>
    public static Reply Whole(int status, byte[] body, params string[] headers) => new(async connection =>
    {
        // A response of status 204 or 304 has no body, not even one of length 0.
        string[] length = status is 204 or 304 ? [] : [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")];
        await connection.SendAsync(Head(status, [.. headers, .. length]));
        await connection.SendAsync(body);
        return true;
    });

    /// <summary>Sends these bytes, whatever they are, and then does the last thing.</summary>
    public static Reply Raw(string text, Reply last) => Raw(Encoding.Latin1.GetBytes(text), last);

    /// <summary>Sends these bytes, whatever they are, and then does the last thing.</summary>
    public static Reply Raw(byte[] bytes, Reply last) => new(async connection =>
    {
        await connection.SendAsync(bytes);
        return await last._send(connection);
    });

    /// <summary>Sends a head, and then pieces of body without an end, until the client leaves.</summary>
    public static Reply Endless(string head, byte[] piece, Action<long>? sent = null) => new(async connection =>
    {
        await connection.SendAsync(Encoding.Latin1.GetBytes(head));
        while (true)
        {
            await connection.SendAsync(piece);
            sent?.Invoke(connection.BytesSent);
        }
    });

    /// <summary>Waits for the gate to open, and then replies.</summary>
    public static Reply After(Task gate, Reply reply) => new(async connection =>
    {
        await gate.WaitAsync(connection.Closing);
        return await reply._send(connection);
    });

    /// <summary>Returns the head of a response as it is sent.</summary>
    public static byte[] Head(int status, params string[] headers) =>
        Encoding.Latin1.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Some Reason\r\n")
                + string.Concat(headers.Select(header => header + "\r\n"))
                + "\r\n");

    /// <summary>Replies, and tells whether the connection is to be kept for another request.</summary>
    public Task<bool> SendAsync(ServerConnection connection) => _send(connection);
}
