namespace Paperspace.PowerShell.Tests.Availability;

/// <summary>How availability is asked for, through the Core API.</summary>
public sealed class CoreGetPsMachineAvailabilityTests() : GetPsMachineAvailabilityTests(PaperspaceApiVersion.Core);
