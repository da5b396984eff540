namespace Paperspace;

/// <summary>Names what went wrong, as far as a caller can act on it.</summary>
public enum PaperspaceErrorReason
{
    /// <summary>A rule known before sending was broken; nothing was sent.</summary>
    InvalidRequest,

    /// <summary>The API does not support the request; nothing was sent.</summary>
    NotSupported,

    /// <summary>No key was found.</summary>
    ApiKeyMissing,

    /// <summary>The API did not accept the key.</summary>
    InvalidApiKey,

    /// <summary>The key's owner may not do this.</summary>
    AccessDenied,

    /// <summary>There is no such machine.</summary>
    MachineNotFound,

    /// <summary>There is no such template.</summary>
    TemplateNotFound,

    /// <summary>There is no such thing, of another kind.</summary>
    NotFound,

    /// <summary>There is no resource with the id or the name that was given.</summary>
    ResourceNotFound,

    /// <summary>Several resources have the name that was given.</summary>
    AmbiguousName,

    /// <summary>The API did not accept the request, for a reason its message says.</summary>
    RequestRejected,

    /// <summary>Too many requests; <see cref="PaperspaceException.RetryAfter"/> may say how long to wait.</summary>
    TooManyRequests,

    /// <summary>The API failed.</summary>
    ServerError,

    /// <summary>The host could not be reached, or the connection broke.</summary>
    HostUnreachable,

    /// <summary>The proxy wants a user and password, and was given none or others; nothing reached the API.</summary>
    ProxyAuthenticationRequired,

    /// <summary>No whole response came within the time limit of a request.</summary>
    RequestTimeout,

    /// <summary>The response is not one of this API.</summary>
    InvalidResponse,

    /// <summary>The host sent the request elsewhere, where the key must not go.</summary>
    RedirectRefused,

    /// <summary>The base URI would send the key unencrypted.</summary>
    InsecureBaseUri,

    /// <summary>No response proves that a change was refused: it may have been carried out.</summary>
    OutcomeUnknown,

    /// <summary>An action was accepted, and the resource could not be read after it.</summary>
    AcceptedButNotRead,

    /// <summary>An action was accepted and failed later.</summary>
    MachineActionFailed,

    /// <summary>An action was accepted and then cancelled.</summary>
    MachineActionCancelled,

    /// <summary>An action failed for want of capacity.</summary>
    InsufficientCapacity,

    /// <summary>A machine did not arrive within the time limit of a wait.</summary>
    WaitTimeout,

    /// <summary>A machine that was waited for is gone, or about to be.</summary>
    MachineVanished,

    /// <summary>What was measured costs more than the budget that was given.</summary>
    BudgetExceeded,

    /// <summary>A file exists that was to be kept.</summary>
    FileExists,

    /// <summary>A file cannot be written.</summary>
    FileNotWritten,

    /// <summary>Fewer machines became ready than the minimum.</summary>
    MinimumNotReached,

    /// <summary>The program <c>ssh</c> or <c>scp</c> is not on this computer.</summary>
    SshNotFound,

    /// <summary>A machine cannot be reached over SSH: it is off, has no address, or does not answer.</summary>
    MachineUnreachable,

    /// <summary>A machine rejected the user or the key of an SSH connection.</summary>
    SshAccessDenied,

    /// <summary>A machine has another host key than it had before.</summary>
    HostKeyChanged,

    /// <summary>An SSH connection was lost while a command ran.</summary>
    ConnectionLost,

    /// <summary>A command on a machine ended with an exit code other than 0; see <see cref="PaperspaceException.ExitCode"/>.</summary>
    CommandFailed,

    /// <summary>A command on a machine did not end within its time limit, and was ended.</summary>
    CommandTimeout,

    /// <summary>A machine has no detached job of this name.</summary>
    JobNotFound,

    /// <summary>A machine already has a detached job of this name.</summary>
    JobExists,

    /// <summary>Files could not be copied to or from a machine.</summary>
    CopyFailed,

    /// <summary>Every machine type that was given costs more than the highest price, or its price is unknown; nothing was sent.</summary>
    PriceLimitExceeded,

    /// <summary>A cost is compared with a budget, and is not known completely.</summary>
    CostIncomplete,
}
