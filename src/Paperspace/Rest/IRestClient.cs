namespace Paperspace;

/// <summary>Reaches what else the API has, by method and path.</summary>
/// <remarks>
/// Values are given as JSON has them: <see cref="IReadOnlyDictionary{TKey, TValue}"/> of text and value for an object, in the order of its
/// fields, an array of values, text, 64-bit, larger or floating number, boolean, and null. Only what reads is sent again when it fails for
/// a reason that may pass; anything else only where it was surely not carried out.
/// </remarks>
public interface IRestClient
{
    /// <summary>Sends a request.</summary>
    /// <returns>The value in the response; null where the response has no body.</returns>
    Task<object?> SendAsync(RestRequestOptions options, CancellationToken cancellationToken);

    /// <summary>Reads a list page by page. Nothing is sent until the first page is asked for.</summary>
    /// <param name="options">The request for the list; what its query says of the page is where the list begins, and how many items a page
    /// has.</param>
    /// <exception cref="PaperspaceException">The request is not one that reads.</exception>
    IPager<object?> List(RestRequestOptions options);
}
