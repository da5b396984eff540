namespace Paperspace.Tests.Network;

/// <summary>What a caller of the V1 API gets when the network, or whoever answers, does anything at all.</summary>
public sealed class V1HostileNetworkTests() : HostileNetworkTests(PaperspaceApiVersion.V1);
