namespace Paperspace;

/// <summary>Describes a shared drive to create.</summary>
public sealed class SharedDriveCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the size in GB.</summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the region, by its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the private network whose machines reach it.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        Require(Region, nameof(Region));
        Require(NetworkId, nameof(NetworkId));
        if (Size is not > 0) throw PaperspaceException.InvalidRequest("Size is the number of GB, 1 or more.", nameof(Size));
    }
}
