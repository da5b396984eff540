namespace Paperspace;

/// <summary>Describes a script to create.</summary>
public sealed class ScriptCreateOptions : OptionSet
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the text that runs, of no more than <see cref="ScriptText.MaximumBytes"/>.</summary>
    public string? Text { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name of the file that the text is from, which Core is told; null for none.</summary>
    public string? FileName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of a machine that runs it. Core only, and its only way to give an existing machine a script.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets a description. Core only.</summary>
    public string? Description { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether machines run it; the API's default is that they do. A script that is not enabled is created on Core
    /// only.</summary>
    public bool? IsEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether a machine runs it at its first start only; the API's default is at each.</summary>
    public bool? IsRunOnce { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        Require(Name, nameof(Name));
        ScriptText.Validate(Text, nameof(Text));
    }
}
