namespace Paperspace;

/// <summary>Describes a private network to create.</summary>
public sealed class NetworkCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the region, by its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether every machine of the region that is on no private network is moved to it.</summary>
    public bool? MigrateMachines { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        Require(Region, nameof(Region));
    }
}
