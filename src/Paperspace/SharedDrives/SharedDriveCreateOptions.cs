namespace Paperspace;

/// <summary>Specifies a shared drive to create.</summary>
public sealed class SharedDriveCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the size in GB.</summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the region, as its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the private network whose machines can mount the drive.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        Require(Region, nameof(Region));
        Require(NetworkId, nameof(NetworkId));
        if (Size is not > 0) throw PaperspaceException.InvalidRequest("Size is in GB and must be 1 or greater.", nameof(Size));
    }
}
