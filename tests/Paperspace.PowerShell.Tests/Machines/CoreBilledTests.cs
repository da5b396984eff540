namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Which machines are billed, through the Core API.</summary>
public sealed class CoreBilledTests() : BilledTests(PaperspaceApiVersion.Core);
