namespace Paperspace.Tests.Retries;

/// <summary>Which operations are tried again after which failures, through the V1 API.</summary>
public sealed class V1OperationRetryTests() : OperationRetryTests(PaperspaceApiVersion.V1);
