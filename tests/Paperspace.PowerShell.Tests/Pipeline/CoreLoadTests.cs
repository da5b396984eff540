namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Many actions against an account that fares badly, through the Core API.</summary>
public sealed class CoreLoadTests() : LoadTests(PaperspaceApiVersion.Core, many: 2_000);
