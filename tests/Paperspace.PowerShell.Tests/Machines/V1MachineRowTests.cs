namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Settings from rows of a table, and from script blocks, through the V1 API.</summary>
public sealed class V1MachineRowTests() : MachineRowTests(PaperspaceApiVersion.V1);
