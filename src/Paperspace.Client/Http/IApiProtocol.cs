namespace Paperspace.Client.Http;

/// <summary>Holds what differs between the APIs in every request.</summary>
internal interface IApiProtocol
{
    /// <summary>Gets the API.</summary>
    PaperspaceApiVersion Version { get; }

    /// <summary>Returns the header that authenticates a request.</summary>
    /// <param name="apiKey">The key.</param>
    KeyValuePair<string, string> GetAuthenticationHeader(string apiKey);

    /// <summary>Parses a response that is no success.</summary>
    /// <param name="response">The response.</param>
    ApiError ParseError(ApiResponse response);
}
