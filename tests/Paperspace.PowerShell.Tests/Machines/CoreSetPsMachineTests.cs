namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What Set-PsMachine sends, through the Core API.</summary>
public sealed class CoreSetPsMachineTests() : SetPsMachineTests(PaperspaceApiVersion.Core);
