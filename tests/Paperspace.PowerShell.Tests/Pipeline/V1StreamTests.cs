namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>What -Verbose and -Debug show, through the V1 API.</summary>
public sealed class V1StreamTests() : StreamTests(PaperspaceApiVersion.V1);
