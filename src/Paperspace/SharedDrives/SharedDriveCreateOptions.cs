namespace Paperspace;

/// <summary>Holds what a shared drive is created with.</summary>
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

    /// <summary>Checks the options, without a request.</summary>
    /// <exception cref="PaperspaceException">One is missing, or the size is none.</exception>
    public void Validate()
    {
        RequireText(Name, nameof(Name));
        RequireText(Region, nameof(Region));
        ResourceId.Require(NetworkId, nameof(NetworkId));
        if (Size is not > 0) throw PaperspaceException.InvalidRequest("Size is the number of GB, 1 or more.", nameof(Size));
    }

    private static void RequireText(string? value, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value)) throw PaperspaceException.InvalidRequest($"{parameter} is empty.", parameter);
    }
}
