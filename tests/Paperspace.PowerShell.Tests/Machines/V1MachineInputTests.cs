namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>The forms in which machines are named, through the V1 API.</summary>
public sealed class V1MachineInputTests() : MachineInputTests(PaperspaceApiVersion.V1);
