namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What actions send beside the machine's id, through the V1 API.</summary>
public sealed class V1MachineActionBodyTests() : MachineActionBodyTests(PaperspaceApiVersion.V1);
