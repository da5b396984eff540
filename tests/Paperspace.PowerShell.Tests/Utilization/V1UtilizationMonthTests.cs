namespace Paperspace.PowerShell.Tests.Utilization;

/// <summary>Which months the use of machines is read of, through the V1 API.</summary>
public sealed class V1UtilizationMonthTests() : UtilizationMonthTests(PaperspaceApiVersion.V1);
