namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What Set-PsMachine sends, through the V1 API.</summary>
public sealed class V1SetPsMachineTests() : SetPsMachineTests(PaperspaceApiVersion.V1);
