namespace Paperspace;

/// <summary>Holds what a bug report needs to know of a session: everything but the key.</summary>
public sealed class AccountDiagnostic
{
    /// <summary>Gets the module's version.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>Gets the framework that the module was built for.</summary>
    public string? ModuleFramework { get; init; }

    /// <summary>Gets PowerShell's edition and version.</summary>
    public string? Engine { get; init; }

    /// <summary>Gets the host program.</summary>
    public string? HostProgram { get; init; }

    /// <summary>Gets the .NET that runs.</summary>
    public string? Framework { get; init; }

    /// <summary>Gets the operating system and processor architecture.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Gets the account's name.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the error that leaves the session without an account; null if there is one.</summary>
    public string? AccountError { get; init; }

    /// <summary>Gets the base address of the API.</summary>
    public string? ApiHost { get; init; }

    /// <summary>Gets the API that is spoken; null until the first request has found it out.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>Gets the namespace of the team whose key it is; null where the API has not told it.</summary>
    public string? Team { get; init; }

    /// <summary>Gets the e-mail address of the user whose key it is; null where the API has not told it.</summary>
    public string? User { get; init; }

    /// <summary>Gets where the key came from.</summary>
    public string? KeySource { get; init; }

    /// <summary>Gets whether the account is simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Gets the last request's method, path and query.</summary>
    public string? LastRequest { get; init; }

    /// <summary>Gets the last request's HTTP status, or why it had none.</summary>
    public string? LastStatus { get; init; }

    /// <summary>Gets how long the last request took, in milliseconds.</summary>
    public double? LastElapsedMilliseconds { get; init; }

    /// <summary>Gets when the last request ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>Gets what commands that were ended early may have changed, oldest first.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges { get; init; } = [];
}
