namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Commands downstream of a cmdlet see the synchronization context that was there before it, through the V1 API.</summary>
public sealed class V1DownstreamContextTests() : DownstreamContextTests(PaperspaceApiVersion.V1);
