namespace Paperspace.Client;

/// <summary>Holds what differs between the APIs in every request.</summary>
internal interface IApiProtocol
{
    PaperspaceApiVersion Version { get; }

    /// <summary>Gets the API's public base address.</summary>
    Uri DefaultBaseUri { get; }

    /// <summary>Returns the header that authenticates a request.</summary>
    KeyValuePair<string, string> GetAuthenticationHeader(string apiKey);

    /// <summary>Parses a response that is no success.</summary>
    ApiError ParseError(ApiRequest request, ApiResponse response);
}
