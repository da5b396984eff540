namespace Paperspace;

/// <summary>Sends requests that no other client covers, by method and path.</summary>
/// <remarks>
/// Values have the types of JSON: <see cref="IReadOnlyDictionary{TKey, TValue}"/> for an object, with its fields in order, an array for
/// an array, and a string, a 64-bit, larger or floating-point number, a Boolean or null. A GET request is retried after a transient
/// error; any other request only if it was certainly not processed.
/// </remarks>
public interface IRestClient
{
    /// <summary>Sends a request.</summary>
    /// <returns>The value of the response; null if the response has no body.</returns>
    Task<object?> SendAsync(RestRequestOptions options, CancellationToken cancellationToken);

    /// <summary>Reads a list page by page. Nothing is sent until the first page is requested.</summary>
    /// <param name="options">The request for the list. Paging fields in its query set the first page and the page
    /// size.</param>
    /// <exception cref="PaperspaceException">The method is not Get.</exception>
    IPager<object?> List(RestRequestOptions options);
}
