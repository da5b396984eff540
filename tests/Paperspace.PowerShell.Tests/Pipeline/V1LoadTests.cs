namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Many actions against an account that fares badly, through the V1 API.</summary>
public sealed class V1LoadTests() : LoadTests(PaperspaceApiVersion.V1, many: 800);
