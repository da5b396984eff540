namespace Paperspace;

/// <summary>Specifies a script to create.</summary>
public sealed class ScriptCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the text of the script, at most <see cref="ScriptText.MaximumBytes"/> long.</summary>
    public string? Text { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name of the script's file, which is sent to Core; null for none.</summary>
    public string? FileName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of an existing machine to assign the script to; null for none.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the description. Core only.</summary>
    public string? Description { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether the script is enabled. The API's default is true; only Core can create a disabled script.</summary>
    public bool? IsEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether a machine runs the script only at its first start. The API's default is false.</summary>
    public bool? IsRunOnce { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        ScriptText.Validate(Text, nameof(Text));
    }
}
