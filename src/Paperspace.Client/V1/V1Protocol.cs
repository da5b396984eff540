namespace Paperspace.Client;

/// <summary>Defines what is specific to the V1 API in every request.</summary>
internal sealed class V1Protocol : IApiProtocol
{
    public const string ApiName = "V1";

    /// <summary>The API's maximum number of items per page.</summary>
    public const int PageSize = 120;

    public PaperspaceApiVersion Version => PaperspaceApiVersion.V1;

    public Uri DefaultBaseUri { get; } = new("https://api.paperspace.com/v1");

    public KeyValuePair<string, string> GetAuthenticationHeader(string apiKey) => new("Authorization", $"Bearer {apiKey}");

    public ApiError ParseError(ApiRequest request, ApiResponse response) => V1ErrorParser.Parse(request, response);
}
