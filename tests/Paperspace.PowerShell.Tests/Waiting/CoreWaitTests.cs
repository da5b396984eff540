namespace Paperspace.PowerShell.Tests.Waiting;

/// <summary>Wait-PsMachine, and -Wait on what takes time, through the Core API.</summary>
public sealed class CoreWaitTests() : WaitTests(PaperspaceApiVersion.Core);
