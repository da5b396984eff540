using Paperspace.Client.Http;

namespace Paperspace.Client.V1;

/// <summary>Holds what is the V1 API's own in every request.</summary>
internal sealed class V1Protocol : IApiProtocol
{
    /// <summary>Names the API in errors.</summary>
    public const string ApiName = "V1";

    /// <inheritdoc/>
    public PaperspaceApiVersion Version => PaperspaceApiVersion.V1;

    /// <inheritdoc/>
    public Uri DefaultBaseUri { get; } = new("https://api.paperspace.com/v1");

    /// <inheritdoc/>
    public KeyValuePair<string, string> GetAuthenticationHeader(string apiKey) => new("Authorization", $"Bearer {apiKey}");

    /// <inheritdoc/>
    public ApiError ParseError(ApiRequest request, ApiResponse response) => V1ErrorParser.Parse(request, response);
}
