namespace Paperspace;

/// <summary>What a bug report needs to know of a session: everything but the key.</summary>
public sealed class AccountDiagnostic
{
    /// <summary>The module's version.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>The framework that the module was built for.</summary>
    public string? ModuleFramework { get; init; }

    /// <summary>PowerShell's edition and version.</summary>
    public string? Engine { get; init; }

    /// <summary>The host program.</summary>
    public string? HostProgram { get; init; }

    /// <summary>The .NET that runs.</summary>
    public string? Framework { get; init; }

    /// <summary>The operating system and processor architecture.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The account's name.</summary>
    public string? Account { get; init; }

    /// <summary>The base address of the API.</summary>
    public string? ApiHost { get; init; }

    /// <summary>The API that is spoken; null until the first request has found it out.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>The namespace of the team whose key it is; null where the API has not told it.</summary>
    public string? Team { get; init; }

    /// <summary>The e-mail address of the user whose key it is; null where the API has not told it.</summary>
    public string? User { get; init; }

    /// <summary>Where the key came from.</summary>
    public string? KeySource { get; init; }

    /// <summary>Whether the account is simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The last request's method, path and query.</summary>
    public string? LastRequest { get; init; }

    /// <summary>The last request's HTTP status, or why it had none.</summary>
    public string? LastStatus { get; init; }

    /// <summary>How long the last request took.</summary>
    public TimeSpan? LastElapsed { get; init; }

    /// <summary>When the last request ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>What commands that were ended early may have changed, oldest first.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges { get; init; } = [];
}
