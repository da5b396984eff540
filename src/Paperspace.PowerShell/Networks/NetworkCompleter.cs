namespace Paperspace.PowerShell;

/// <summary>Completes networks by name.</summary>
public sealed class NetworkCompleter : ResourceNameCompleter<Network, NetworkIdentity>
{
    /// <summary>Creates a completer.</summary>
    public NetworkCompleter()
        : base(NetworkKind.Instance)
    {
    }
}
