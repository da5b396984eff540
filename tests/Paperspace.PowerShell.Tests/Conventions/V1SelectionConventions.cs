namespace Paperspace.PowerShell.Tests.Conventions;

/// <summary>What is null or empty selects nothing and says so, through the V1 API.</summary>
public sealed class V1SelectionConventions() : SelectionConventions(PaperspaceApiVersion.V1);
