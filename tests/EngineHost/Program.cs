using System.Management.Automation;
using System.Management.Automation.Runspaces;

// Runs the script on standard input. Each result is a line of standard output; the first error ends it, on standard error.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
var state = InitialSessionState.CreateDefault2();
state.Variables.Add(new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, ""));
if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
using var runspace = RunspaceFactory.CreateRunspace(state);
runspace.Open();
using var shell = PowerShell.Create(runspace);
try
{
    foreach (var result in shell.AddScript(Console.In.ReadToEnd()).Invoke()) Console.Out.WriteLine(result);
    return 0;
}
catch (RuntimeException failure)
{
    var error = failure.ErrorRecord;
    Console.Error.WriteLine($"{error.FullyQualifiedErrorId}: {error} {error.InvocationInfo?.PositionMessage}");
    return 1;
}
