namespace Paperspace;

/// <summary>Specifies a Paperspace API.</summary>
public enum PaperspaceApiVersion
{
    /// <summary>The Core API, at <c>https://api.paperspace.io</c>.</summary>
    Core,

    /// <summary>The V1 API, at <c>https://api.paperspace.com/v1</c>.</summary>
    V1,
}
