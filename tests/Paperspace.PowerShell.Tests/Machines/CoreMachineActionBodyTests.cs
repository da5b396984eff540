namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What actions send beside the machine's id, through the Core API.</summary>
public sealed class CoreMachineActionBodyTests() : MachineActionBodyTests(PaperspaceApiVersion.Core);
