using System.Text.Json.Nodes;

namespace Paperspace.Testing;

/// <summary>Reads the bodies that were recorded or documented.</summary>
public static class Examples
{
    private static string Folder => RepositoryPaths.In("tests/Paperspace.Testing/Examples");

    /// <summary>Returns the text of an example.</summary>
    /// <param name="name">Its file's name without <c>.json</c>.</param>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    /// <summary>Returns the text of an example with the name and the machine that a request to create has.</summary>
    /// <param name="name">Its file's name without <c>.json</c>.</param>
    /// <param name="request">The body of the request.</param>
    public static string Created(string name, string request)
    {
        var (recorded, fields) = (JsonNode.Parse(Text(name))!, JsonNode.Parse(request));
        var data = recorded["data"] ?? recorded;
        if ((fields?["name"] ?? fields?["machineName"]) is { } requested) data["name"] = requested.DeepClone();
        if (fields?["machineId"] is { } machineId && data["machineId"] is not null) data["machineId"] = machineId.DeepClone();
        return recorded.ToJsonString();
    }

    /// <summary>Returns the names of the examples that begin in this way, in order.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        Directory
            .EnumerateFiles(Folder, prefix + "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal);
}
