namespace Paperspace.Client;

/// <summary>Specifies when a request that failed may be sent again.</summary>
internal enum RetrySafety
{
    /// <summary>After any transient failure: sending it twice does no harm.</summary>
    Idempotent,

    /// <summary>Only if it was certainly not processed: not sent, or rejected with 429.</summary>
    OnlyIfNotProcessed,
}
