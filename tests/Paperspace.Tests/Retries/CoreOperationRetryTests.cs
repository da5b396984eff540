namespace Paperspace.Tests.Retries;

/// <summary>Which operations are tried again after which failures, through the Core API.</summary>
public sealed class CoreOperationRetryTests() : OperationRetryTests(PaperspaceApiVersion.Core);
