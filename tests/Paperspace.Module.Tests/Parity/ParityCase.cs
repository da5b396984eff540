using System.Text.Json;

namespace Paperspace.Module.Tests.Parity;

/// <summary>Holds an operation of the official Node client and the command that does the same.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Command">The command, with <c>{account}</c> for the parameters that choose the key and the host.</param>
/// <param name="At">How many requests of the command precede the one to compare.</param>
/// <param name="After">How many requests of the command follow it.</param>
internal sealed record ParityCase(string Name, string Command, int At = 0, int After = 0)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Gets the cases.</summary>
    public static IReadOnlyList<ParityCase> All { get; } = Read<ParityCase[]>("cases.json");

    /// <summary>Gets the requests that the official client sends, by the names of the cases.</summary>
    public static IReadOnlyDictionary<string, ParityRequest> Recordings { get; } = Read<Dictionary<string, ParityRequest>>("requests.json");

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(RepositoryPaths.In($"tests/parity/{file}")), Options)!;
}
