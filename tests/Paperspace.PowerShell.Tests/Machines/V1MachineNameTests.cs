namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>One rule for names, through the V1 API.</summary>
public sealed class V1MachineNameTests() : MachineNameTests(PaperspaceApiVersion.V1);
