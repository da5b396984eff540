namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>With a throttle limit of one, each object is finished before the next one is taken, through the Core API.</summary>
public sealed class CoreSequenceTests() : SequenceTests(PaperspaceApiVersion.Core);
