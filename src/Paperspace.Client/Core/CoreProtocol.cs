using Paperspace.Client.Http;

namespace Paperspace.Client.Core;

/// <summary>Holds what is the Core API's own in every request.</summary>
internal sealed class CoreProtocol : IApiProtocol
{
    /// <summary>Names the API in errors.</summary>
    public const string ApiName = "Core";

    /// <inheritdoc/>
    public PaperspaceApiVersion Version => PaperspaceApiVersion.Core;

    /// <inheritdoc/>
    public Uri DefaultBaseUri { get; } = new("https://api.paperspace.io");

    /// <inheritdoc/>
    public KeyValuePair<string, string> GetAuthenticationHeader(string apiKey) => new("X-Api-Key", apiKey);

    /// <inheritdoc/>
    public ApiError ParseError(ApiRequest request, ApiResponse response) => CoreErrorParser.Parse(response);
}
