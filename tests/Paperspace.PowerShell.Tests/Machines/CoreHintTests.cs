namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What errors say that the account has instead, through the Core API.</summary>
public sealed class CoreHintTests() : HintTests(PaperspaceApiVersion.Core);
