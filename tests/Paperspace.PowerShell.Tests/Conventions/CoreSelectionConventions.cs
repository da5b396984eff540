namespace Paperspace.PowerShell.Tests.Conventions;

/// <summary>What is null or empty selects nothing and says so, through the Core API.</summary>
public sealed class CoreSelectionConventions() : SelectionConventions(PaperspaceApiVersion.Core);
