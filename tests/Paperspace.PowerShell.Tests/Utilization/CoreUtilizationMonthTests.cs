namespace Paperspace.PowerShell.Tests.Utilization;

/// <summary>Which months the use of machines is read of, through the Core API.</summary>
public sealed class CoreUtilizationMonthTests() : UtilizationMonthTests(PaperspaceApiVersion.Core);
