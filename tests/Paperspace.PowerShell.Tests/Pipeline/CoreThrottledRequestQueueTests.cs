namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>How many requests are in flight, and what stops them, through the Core API.</summary>
public sealed class CoreThrottledRequestQueueTests() : ThrottledRequestQueueTests(PaperspaceApiVersion.Core);
