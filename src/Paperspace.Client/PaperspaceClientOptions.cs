using System.Net.Http;

namespace Paperspace.Client;

/// <summary>How to reach an account.</summary>
public sealed class PaperspaceClientOptions
{
    /// <summary>The public host of the Core API.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.paperspace.io");

    /// <summary>The account's key. It is sent to <see cref="BaseUri"/> and nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The host of the API: https, or http on loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one try of a request may take, with its whole answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that can be repeated safely is tried again.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>How long a request with all its retries may take before no further try begins.</summary>
    public TimeSpan RetryTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest answer that is read, in bytes after decompression.</summary>
    public int MaximumResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many pages of a list are read ahead at the most.</summary>
    public int PagesInFlight { get; init; } = 4;

    /// <summary>The clock for delays, time limits and ages.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What to send requests through instead of the network, such as a simulator; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
