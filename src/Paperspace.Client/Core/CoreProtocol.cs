namespace Paperspace.Client;

/// <summary>Holds what is the Core API's own in every request.</summary>
internal sealed class CoreProtocol : IApiProtocol
{
    /// <summary>Names the API in errors.</summary>
    public const string ApiName = "Core";

    public PaperspaceApiVersion Version => PaperspaceApiVersion.Core;

    public Uri DefaultBaseUri { get; } = new("https://api.paperspace.io");

    /// <summary>Returns the error for an action that the API lacks on a kind of resource.</summary>
    /// <param name="resources">The kind, in the plural.</param>
    public static PaperspaceException Lacks(ResourceAction action, string resources) => PaperspaceException.NotSupported(
        $"The {ApiName} API cannot {action.ToString().ToLowerInvariant()} {resources}. Use the console, or a key of the V1 API.");

    public KeyValuePair<string, string> GetAuthenticationHeader(string apiKey) => new("X-Api-Key", apiKey);

    public ApiError ParseError(ApiRequest request, ApiResponse response) => CoreErrorParser.Parse(response);
}
