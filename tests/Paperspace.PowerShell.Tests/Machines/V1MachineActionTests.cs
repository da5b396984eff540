namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What the actions send, through the V1 API.</summary>
public sealed class V1MachineActionTests() : MachineActionTests(PaperspaceApiVersion.V1);
