namespace Paperspace.Simulator;

/// <summary>Serves one operation of an API. Each API finds its own routes by their base class: there is nothing to register.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="template">The path, in which <c>{name}</c> stands for a parameter.</param>
internal abstract class Route(string method, string template)
{
    private readonly string[] _template = Segments(template);

    /// <summary>Gets the method and template, as in <c>POST /machines/{id}/stop</c>.</summary>
    public string Name { get; } = $"{method} {template}";

    /// <summary>Gets whether only a known API key may call it.</summary>
    public virtual bool RequiresKey => true;

    public static string[] Segments(string path) => path.TrimEnd('/').Split('/');

    public abstract SimulatedResponse Respond(RouteRequest request);

    /// <summary>Tells whether this route serves the method and path, and what the parameters of the path are.</summary>
    public bool Matches(string requested, string[] path, out IReadOnlyDictionary<string, string> parameters)
    {
        parameters = NoParameters;
        if (requested != method || path.Length != _template.Length)
            return false;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (_template[i].StartsWith("{", StringComparison.Ordinal))
                found[_template[i].Trim('{', '}')] = Uri.UnescapeDataString(path[i]);
            else if (_template[i] != path[i])
                return false;
        }

        parameters = found;
        return true;
    }

    /// <summary>Gets the parameters of a path that has none.</summary>
    public static IReadOnlyDictionary<string, string> NoParameters { get; } = new Dictionary<string, string>();
}
