namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Whatever ends a pipeline early, each request that may have been carried out is told, through the V1 API.</summary>
public sealed class V1EarlyEndTests() : EarlyEndTests(PaperspaceApiVersion.V1);
