namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Whatever ends a pipeline early, each request that may have been carried out is told, through the Core API.</summary>
public sealed class CoreEarlyEndTests() : EarlyEndTests(PaperspaceApiVersion.Core);
