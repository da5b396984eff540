namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What New-PsMachine sends and gives, through the V1 API.</summary>
public sealed class V1NewPsMachineTests() : NewPsMachineTests(PaperspaceApiVersion.V1);
