namespace Paperspace;

/// <summary>Describes a session for a bug report. Never contains the API key.</summary>
public sealed class AccountDiagnostic
{
    /// <summary>Gets the module's version.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>Gets the target framework of the module's assemblies, such as <c>net8.0</c>.</summary>
    public string? ModuleFramework { get; init; }

    /// <summary>Gets PowerShell's edition and version.</summary>
    public string? Engine { get; init; }

    /// <summary>Gets the host program.</summary>
    public string? HostProgram { get; init; }

    /// <summary>Gets the description of the .NET runtime.</summary>
    public string? Framework { get; init; }

    /// <summary>Gets the operating system and processor architecture.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Gets the account's name.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the error that leaves the session without an account; null if there is one.</summary>
    public string? AccountError { get; init; }

    /// <summary>Gets the base address of the API.</summary>
    public string? ApiHost { get; init; }

    /// <summary>Gets the API in use; null until the first request has determined it.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>Gets the namespace of the key's team; null if the API did not return it.</summary>
    public string? Team { get; init; }

    /// <summary>Gets the email address of the key's user; null if the API did not return it.</summary>
    public string? User { get; init; }

    /// <summary>Gets a description of where the key came from.</summary>
    public string? KeySource { get; init; }

    /// <summary>Gets whether the account is simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Gets the last request's method, path and query.</summary>
    public string? LastRequest { get; init; }

    /// <summary>Gets the last request's HTTP status, or the reason why there was no response.</summary>
    public string? LastStatus { get; init; }

    /// <summary>Gets how long the last request took, in milliseconds.</summary>
    public double? LastElapsedMilliseconds { get; init; }

    /// <summary>Gets the time when the last request ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>Gets the changes that interrupted commands may have made, oldest first.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges { get; init; } = [];
}
