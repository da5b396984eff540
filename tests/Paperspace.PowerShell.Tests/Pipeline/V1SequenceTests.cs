namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>With a throttle limit of one, each object is finished before the next one is taken, through the V1 API.</summary>
public sealed class V1SequenceTests() : SequenceTests(PaperspaceApiVersion.V1);
