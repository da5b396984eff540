namespace Paperspace.Client.V1;

/// <summary>Holds what the lists of the V1 API have in common.</summary>
internal static class V1Lists
{
    /// <summary>The API's greatest number of items a page.</summary>
    public const int PageSize = 120;
}
