namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Which machines are billed, through the V1 API.</summary>
public sealed class V1BilledTests() : BilledTests(PaperspaceApiVersion.V1);
