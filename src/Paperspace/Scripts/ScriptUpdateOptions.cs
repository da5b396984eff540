namespace Paperspace;

/// <summary>Describes what to change of a script.</summary>
public sealed class ScriptUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the text that runs from now on, of no more than <see cref="ScriptText.MaximumBytes"/>.</summary>
    public string? Text { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether machines run it.</summary>
    public bool? IsEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether a machine runs it at its first start only.</summary>
    public bool? IsRunOnce { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        if (Values.Count == 0)
            throw PaperspaceException.InvalidRequest(
                "Nothing is to be changed. Give a name, a text, or whether the script is enabled or runs once.",
                nameof(Name), nameof(Text), nameof(IsEnabled), nameof(IsRunOnce));
        if (IsSet(nameof(Name))) Require(Name, nameof(Name));
        if (IsSet(nameof(Text))) ScriptText.Validate(Text, nameof(Text));
        foreach (var option in Values)
            if (option.Value is null)
                throw PaperspaceException.InvalidRequest($"{option.Key} is empty. Give it a value.", option.Key);
    }
}
