using Paperspace.Client;

namespace Paperspace.PowerShell;

/// <summary>Holds what an account is created from.</summary>
internal sealed record AccountSettings
{
    public required string Name { get; init; }

    /// <summary>Gets a description of where the key came from; never the key.</summary>
    public required string KeySource { get; init; }

    public required PaperspaceClientOptions Options { get; init; }

    /// <summary>Returns the name; never the key.</summary>
    public override string ToString() => Name;
}
