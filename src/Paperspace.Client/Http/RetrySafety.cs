namespace Paperspace.Client;

/// <summary>Specifies when a request that failed may be sent again.</summary>
internal enum RetrySafety
{
    /// <summary>After any transient failure: carrying it out twice does no harm.</summary>
    Idempotent,

    /// <summary>Only if it was certainly not processed: never sent, or rejected for too many requests.</summary>
    OnlyIfNotProcessed,
}
