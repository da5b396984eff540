namespace Paperspace.Client;

/// <summary>Defines what is specific to the Core API in every request.</summary>
internal sealed class CoreProtocol : IApiProtocol
{
    public const string ApiName = "Core";

    public PaperspaceApiVersion Version => PaperspaceApiVersion.Core;

    public Uri DefaultBaseUri { get; } = new("https://api.paperspace.io");

    /// <summary>Creates the error for an action on a kind of resource that the API does not support.</summary>
    /// <param name="resources">The kind of resource, in the plural.</param>
    public static PaperspaceException Unsupported(ResourceAction action, string resources) => PaperspaceException.NotSupported(
        $"The {ApiName} API cannot {action.ToString().ToLowerInvariant()} {resources}. Use the Paperspace console or a V1 API key.");

    public KeyValuePair<string, string> GetAuthenticationHeader(string apiKey) => new("X-Api-Key", apiKey);

    public ApiError ParseError(ApiRequest request, ApiResponse response) => CoreErrorParser.Parse(response);
}
