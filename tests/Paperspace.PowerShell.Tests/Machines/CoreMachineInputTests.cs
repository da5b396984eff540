namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>The forms in which machines are named, through the Core API.</summary>
public sealed class CoreMachineInputTests() : MachineInputTests(PaperspaceApiVersion.Core);
