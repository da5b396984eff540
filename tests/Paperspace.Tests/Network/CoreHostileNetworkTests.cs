namespace Paperspace.Tests.Network;

/// <summary>What a caller of the Core API gets when the network, or whoever answers, does anything at all.</summary>
public sealed class CoreHostileNetworkTests() : HostileNetworkTests(PaperspaceApiVersion.Core);
