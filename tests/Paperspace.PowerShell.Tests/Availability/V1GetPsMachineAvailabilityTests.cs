namespace Paperspace.PowerShell.Tests.Availability;

/// <summary>How availability is asked for, through the V1 API.</summary>
public sealed class V1GetPsMachineAvailabilityTests() : GetPsMachineAvailabilityTests(PaperspaceApiVersion.V1);
