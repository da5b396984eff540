namespace Paperspace;

/// <summary>Specifies the changes to a private network.</summary>
public sealed class NetworkUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate() => Require(Name, nameof(Name));
}
