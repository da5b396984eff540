namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Commands downstream of a cmdlet see the synchronization context that was there before it, through the Core API.</summary>
public sealed class CoreDownstreamContextTests() : DownstreamContextTests(PaperspaceApiVersion.Core);
