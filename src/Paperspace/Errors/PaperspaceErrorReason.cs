namespace Paperspace;

/// <summary>Specifies the cause of a <see cref="PaperspaceException"/>.</summary>
public enum PaperspaceErrorReason
{
    /// <summary>The request breaks a rule that is checked before sending; nothing was sent.</summary>
    InvalidRequest,

    /// <summary>The API does not support the request; nothing was sent.</summary>
    NotSupported,

    /// <summary>No key was found.</summary>
    ApiKeyMissing,

    /// <summary>The API rejected the key.</summary>
    InvalidApiKey,

    /// <summary>The key's user does not have the permission.</summary>
    AccessDenied,

    /// <summary>The machine does not exist.</summary>
    MachineNotFound,

    /// <summary>The template does not exist.</summary>
    TemplateNotFound,

    /// <summary>The requested resource of another kind does not exist.</summary>
    NotFound,

    /// <summary>No resource has the specified id or name.</summary>
    ResourceNotFound,

    /// <summary>Several resources have the specified name.</summary>
    AmbiguousName,

    /// <summary>The API rejected the request; its message states why.</summary>
    RequestRejected,

    /// <summary>The API limits the request rate; <see cref="PaperspaceException.RetryAfter"/> is the wait it asks for, if any.</summary>
    TooManyRequests,

    /// <summary>The API reported an internal error.</summary>
    ServerError,

    /// <summary>The host was unreachable, or the connection broke.</summary>
    HostUnreachable,

    /// <summary>The proxy requires credentials, or rejected the specified ones; nothing reached the API.</summary>
    ProxyAuthenticationRequired,

    /// <summary>The response was not complete within the time limit of the request.</summary>
    RequestTimeout,

    /// <summary>The response does not have the API's format.</summary>
    InvalidResponse,

    /// <summary>The host redirected the request. Redirects are not followed, so that the key stays with the host.</summary>
    RedirectRefused,

    /// <summary>The base URI would send the key unencrypted.</summary>
    InsecureBaseUri,

    /// <summary>The outcome of a change is unknown: it may have been carried out.</summary>
    OutcomeUnknown,

    /// <summary>An action was accepted, but the resource could not be read afterwards.</summary>
    AcceptedButNotRead,

    /// <summary>An action was accepted and failed later.</summary>
    MachineActionFailed,

    /// <summary>An action was accepted and then cancelled.</summary>
    MachineActionCancelled,

    /// <summary>An action failed because there was no capacity.</summary>
    InsufficientCapacity,

    /// <summary>A machine did not reach the expected state within the time limit of a wait.</summary>
    WaitTimeout,

    /// <summary>A machine was deleted, or is being deleted, during a wait.</summary>
    MachineVanished,

    /// <summary>The measured cost exceeds the budget.</summary>
    BudgetExceeded,

    /// <summary>The file exists and must not be overwritten.</summary>
    FileExists,

    /// <summary>The file cannot be written.</summary>
    FileNotWritten,

    /// <summary>Fewer machines became ready than the minimum.</summary>
    MinimumNotReached,

    /// <summary>The program <c>ssh</c> or <c>scp</c> was not found.</summary>
    SshNotFound,

    /// <summary>A machine is unreachable over SSH: it is off, has no address, or does not answer.</summary>
    MachineUnreachable,

    /// <summary>A machine rejected the user or the key of an SSH connection.</summary>
    SshAccessDenied,

    /// <summary>The host key of a machine has changed.</summary>
    HostKeyChanged,

    /// <summary>An SSH connection was lost while a command ran.</summary>
    ConnectionLost,

    /// <summary>A command on a machine exited with a nonzero code; see <see cref="PaperspaceException.ExitCode"/>.</summary>
    CommandFailed,

    /// <summary>A command on a machine exceeded its time limit and was terminated.</summary>
    CommandTimeout,

    /// <summary>The machine has no detached job with this name.</summary>
    JobNotFound,

    /// <summary>The machine already has a detached job with this name.</summary>
    JobExists,

    /// <summary>Files could not be copied to or from a machine.</summary>
    CopyFailed,

    /// <summary>Every specified machine type exceeds the maximum price, or its price is unknown; nothing was sent.</summary>
    PriceLimitExceeded,

    /// <summary>A cost cannot be compared with a budget because part of it is unknown.</summary>
    CostIncomplete,
}
