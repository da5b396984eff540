namespace Paperspace.Client;

/// <summary>Defines what differs between the APIs in every request.</summary>
internal interface IApiProtocol
{
    PaperspaceApiVersion Version { get; }

    /// <summary>Gets the API's public base address.</summary>
    Uri DefaultBaseUri { get; }

    /// <summary>Returns the header that authenticates requests.</summary>
    KeyValuePair<string, string> GetAuthenticationHeader(string apiKey);

    /// <summary>Parses an error response.</summary>
    ApiError ParseError(ApiRequest request, ApiResponse response);
}
