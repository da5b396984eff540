namespace Paperspace.Client.Http;

/// <summary>Decides what a failure means for trying again, over status and transport alike.</summary>
internal static class FailureClassifier
{
    /// <summary>Returns whether the same request may succeed a little later.</summary>
    public static bool IsTransient(PaperspaceException failure) =>
        failure.Reason is PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.HostUnreachable
        || failure.Status is 502 or 503 or 504;

    /// <summary>Returns whether a request that failed so may be sent again.</summary>
    public static bool IsRetryable(ApiRequest request, PaperspaceException failure) => request.Repeatability switch
    {
        Repeatability.Always => IsTransient(failure),
        Repeatability.IfUnhandled => failure.IsUnhandled && IsTransient(failure),
        _ => false,
    };

    /// <summary>Returns whether it is unknown if a request that failed so was carried out.</summary>
    public static bool IsOutcomeUnknown(ApiRequest request, PaperspaceException failure) =>
        request.Repeatability != Repeatability.Always
        && !failure.IsUnhandled
        && (
            failure.Reason is PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout
            || failure.Status is 502 or 503 or 504
            || (failure.Reason == PaperspaceErrorReason.InvalidResponse && failure.Status is null));
}
