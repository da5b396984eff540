namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What New-PsMachine sends and gives, through the Core API.</summary>
public sealed class CoreNewPsMachineTests() : NewPsMachineTests(PaperspaceApiVersion.Core);
