namespace Paperspace;

/// <summary>Specifies a private network to create.</summary>
public sealed class NetworkCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the region, as its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether to move every machine of the region that has no private network to the new one.</summary>
    public bool? MigrateMachines { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        Require(Region, nameof(Region));
    }
}
