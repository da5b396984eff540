namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>How many requests are in flight, and what stops them, through the V1 API.</summary>
public sealed class V1ThrottledRequestQueueTests() : ThrottledRequestQueueTests(PaperspaceApiVersion.V1);
