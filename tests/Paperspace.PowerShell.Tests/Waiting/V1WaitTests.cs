namespace Paperspace.PowerShell.Tests.Waiting;

/// <summary>Wait-PsMachine, and -Wait on what takes time, through the V1 API.</summary>
public sealed class V1WaitTests() : WaitTests(PaperspaceApiVersion.V1);
