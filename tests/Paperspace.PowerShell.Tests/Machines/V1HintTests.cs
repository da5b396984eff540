namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What errors say that the account has instead, through the V1 API.</summary>
public sealed class V1HintTests() : HintTests(PaperspaceApiVersion.V1);
