namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What the actions send, through the Core API.</summary>
public sealed class CoreMachineActionTests() : MachineActionTests(PaperspaceApiVersion.Core);
