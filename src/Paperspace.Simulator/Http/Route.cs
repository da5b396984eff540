namespace Paperspace.Simulator;

/// <summary>One operation of the API. A class that derives from this is served; there is nothing to register.</summary>
internal abstract class Route(string method, string template)
{
    private readonly string[] _template = Segments(template);

    /// <summary>The method and template, as in <c>POST /machines/{id}/stop</c>.</summary>
    public string Name { get; } = $"{method} {template}";

    public static string[] Segments(string path) => path.TrimEnd('/').Split('/');

    public abstract SimulatedResponse Answer(Account account, RouteRequest request);

    /// <summary>Whether this route serves the method and path, and what stands for <c>{id}</c>.</summary>
    public bool Serves(string requested, string[] path, out string id)
    {
        id = "";
        if (requested != method || path.Length != _template.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (_template[i] == "{id}")
                id = Uri.UnescapeDataString(path[i]);
            else if (_template[i] != path[i])
                return false;
        }

        return true;
    }
}
