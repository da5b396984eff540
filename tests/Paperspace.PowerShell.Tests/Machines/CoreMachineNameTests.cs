namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>One rule for names, through the Core API.</summary>
public sealed class CoreMachineNameTests() : MachineNameTests(PaperspaceApiVersion.Core);
