namespace Paperspace;

/// <summary>Describes what to change of a snapshot.</summary>
public sealed class SnapshotUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate() => Require(Name, nameof(Name));
}
