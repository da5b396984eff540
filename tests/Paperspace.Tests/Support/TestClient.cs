using Paperspace.Client;

namespace Paperspace.Tests.Support;

/// <summary>Makes clients whose pauses cost no time.</summary>
internal static class TestClient
{
    /// <summary>The key that tests use, and look for where it must not be.</summary>
    public const string Key = "edc20a51d9b2145c0ffee";

    /// <summary>A client of this server that speaks V1.</summary>
    public static PaperspaceClient OfV1(Uri baseUri, int retries = 4) => Of(new Uri(baseUri, "/v1"), retries: retries);

    /// <summary>A client of this server.</summary>
    public static PaperspaceClient Of(
        Uri baseUri,
        TimeProvider? time = null,
        int retries = 4,
        int pagesInFlight = 4,
        int largestResponse = 64 * 1024 * 1024,
        TimeSpan? requestTimeout = null) => new(new PaperspaceClientOptions
        {
            ApiKey = Key,
            BaseUri = baseUri,
            TimeProvider = time ?? new SkippingTimeProvider(),
            MaximumRetryCount = retries,
            PagesInFlight = pagesInFlight,
            MaximumResponseBytes = largestResponse,
            RequestTimeout = requestTimeout ?? TimeSpan.FromSeconds(100),
        });
}
