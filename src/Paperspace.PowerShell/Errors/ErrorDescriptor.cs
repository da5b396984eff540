using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Describes what kind of error a reason is, and what to do about it.</summary>
/// <param name="Category">The kind.</param>
/// <param name="Advice">What to do, in a sentence; empty where the message says it already.</param>
internal sealed record ErrorDescriptor(ErrorCategory Category, string Advice)
{
    public static ErrorDescriptor For(PaperspaceException failure) =>
        failure.Reason switch
        {
            PaperspaceErrorReason.InvalidRequest => new(ErrorCategory.InvalidArgument, ""),
            PaperspaceErrorReason.NotSupported => new(ErrorCategory.NotImplemented, ""),
            PaperspaceErrorReason.ApiKeyMissing => new(ErrorCategory.AuthenticationError, ""),
            PaperspaceErrorReason.InvalidApiKey => new(
                ErrorCategory.AuthenticationError,
                "Check the key in the Paperspace console, and which one is used with Get-PsAccount; connect with Connect-PsAccount."),
            PaperspaceErrorReason.AccessDenied => new(
                ErrorCategory.PermissionDenied,
                "Use a key of the machine's owner, or of the team's administrator."),
            PaperspaceErrorReason.MachineNotFound => new(ErrorCategory.ObjectNotFound, "Get-PsMachine lists the machines."),
            PaperspaceErrorReason.TemplateNotFound => new(
                ErrorCategory.ObjectNotFound,
                "Get-PsTemplate lists the templates."),
            PaperspaceErrorReason.NotFound => new(ErrorCategory.ObjectNotFound, ""),
            PaperspaceErrorReason.ResourceNotFound => new(ErrorCategory.ObjectNotFound, ""),
            PaperspaceErrorReason.AmbiguousName => new(ErrorCategory.InvalidArgument, ""),
            PaperspaceErrorReason.RequestRejected => new(ErrorCategory.InvalidOperation, ""),
            PaperspaceErrorReason.TooManyRequests => new(
                ErrorCategory.LimitsExceeded,
                "Try again later, or with a smaller -ThrottleLimit."),
            PaperspaceErrorReason.ServerError => new(
                ErrorCategory.ResourceUnavailable,
                "Try again later; -Debug shows the whole response."),
            PaperspaceErrorReason.HostUnreachable => new(
                ErrorCategory.ConnectionError,
                "Check the network, the proxy settings and the host of the API with Get-PsAccount."),
            PaperspaceErrorReason.ProxyAuthenticationRequired => new(
                ErrorCategory.AuthenticationError,
                "Connect with Connect-PsAccount -Proxy and -ProxyCredential, or with -ProxyUseDefaultCredentials for the user of this "
                    + "computer."),
            PaperspaceErrorReason.RequestTimeout => new(
                ErrorCategory.OperationTimeout,
                "Try again, or connect with a longer -RequestTimeout."),
            PaperspaceErrorReason.InvalidResponse => new(
                ErrorCategory.InvalidResult,
                "Check the host of the API with Get-PsAccount; -Debug shows the whole response."),
            PaperspaceErrorReason.RedirectRefused => new(
                ErrorCategory.SecurityError,
                "If the other host is right, connect to it with -BaseUri."),
            PaperspaceErrorReason.InsecureBaseUri => new(ErrorCategory.SecurityError, "Use an https address."),
            PaperspaceErrorReason.OutcomeUnknown => new(
                ErrorCategory.ConnectionError,
                "Look before you try again: Get-PsMachine shows whether it happened (a new machine by its -Name)."),
            PaperspaceErrorReason.AcceptedButNotRead => new(
                ErrorCategory.ReadError,
                "Do not send the action again: it was accepted. Look at the resource with the cmdlet that gets it."),
            PaperspaceErrorReason.MachineActionFailed => new(ErrorCategory.OperationStopped, "Get-PsMachine -MachineId shows its events."),
            PaperspaceErrorReason.MachineActionCancelled => new(
                ErrorCategory.OperationStopped,
                "Get-PsMachine -MachineId shows its events."),
            PaperspaceErrorReason.InsufficientCapacity => new(
                ErrorCategory.ResourceUnavailable,
                "Try longer with -CapacityTimeout, or specify more machine types and regions. Get-PsMachineAvailability lists what is "
                    + "available."),
            PaperspaceErrorReason.WaitTimeout when failure.Parameters.Count > 0 => new(
                ErrorCategory.OperationTimeout,
                "Watch for longer with -Timeout, or watch more machine types and regions."),
            PaperspaceErrorReason.WaitTimeout => new(
                ErrorCategory.OperationTimeout,
                "Wait again with Wait-PsMachine and a longer -Timeout, or look at its events with Get-PsMachineEvent."),
            PaperspaceErrorReason.MachineVanished => new(ErrorCategory.ObjectNotFound, "Get-PsMachine lists the machines."),
            PaperspaceErrorReason.CostIncomplete => new(
                ErrorCategory.InvalidResult,
                "Measure-PsMachineCost -By Machine shows which costs are unknown."),
            PaperspaceErrorReason.PriceLimitExceeded => new(
                ErrorCategory.LimitsExceeded,
                "Get-PsMachineType -MaxHourlyPrice lists the types within a price."),
            PaperspaceErrorReason.BudgetExceeded => new(
                ErrorCategory.LimitsExceeded,
                "Find the most expensive machines with Measure-PsMachineCost -By Machine, and possible savings with "
                    + "Get-PsCostRecommendation."),
            PaperspaceErrorReason.FileExists => new(ErrorCategory.ResourceExists, "Give another path, or leave -NoClobber out."),
            PaperspaceErrorReason.FileNotWritten => new(ErrorCategory.WriteError, ""),
            PaperspaceErrorReason.MinimumNotReached => new(
                ErrorCategory.ResourceUnavailable,
                "The machines' errors say why. Try again with a longer -CapacityTimeout, or with more types and regions."),
            PaperspaceErrorReason.SshNotFound => new(
                ErrorCategory.NotInstalled,
                "Install the OpenSSH client: an optional feature of Windows, or the package openssh-client."),
            PaperspaceErrorReason.MachineUnreachable => new(ErrorCategory.ConnectionError, ""),
            PaperspaceErrorReason.SshAccessDenied => new(
                ErrorCategory.AuthenticationError,
                "Specify the key with -IdentityFile and the user with -UserName, or create machines with New-PsMachine -SshPublicKey."),
            PaperspaceErrorReason.HostKeyChanged => new(ErrorCategory.SecurityError, ""),
            PaperspaceErrorReason.ConnectionLost => new(
                ErrorCategory.ConnectionError,
                "For a command that must outlive the connection, use Invoke-PsMachineCommand -Detach."),
            PaperspaceErrorReason.CommandFailed => new(ErrorCategory.InvalidResult, ""),
            PaperspaceErrorReason.CommandTimeout => new(ErrorCategory.OperationTimeout, "Allow more time with -Timeout."),
            PaperspaceErrorReason.JobNotFound => new(ErrorCategory.ObjectNotFound, ""),
            PaperspaceErrorReason.JobExists => new(ErrorCategory.ResourceExists, "Specify another -JobName."),
            PaperspaceErrorReason.CopyFailed => new(ErrorCategory.WriteError, ""),
            _ => new(ErrorCategory.InvalidOperation, ""),
        };
}
