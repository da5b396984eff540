namespace Paperspace.Client.Http;

/// <summary>Tells when a request that failed may be sent again.</summary>
internal enum Repeatability
{
    /// <summary>Whenever it failed for a reason that may pass: being carried out twice does no harm.</summary>
    Always,

    /// <summary>Only where it was surely not carried out: never sent, or refused for too many requests.</summary>
    IfUnhandled,

    /// <summary>Never.</summary>
    Never,
}
