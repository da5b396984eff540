namespace Paperspace;

/// <summary>Specifies the changes to a script.</summary>
public sealed class ScriptUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new text of the script, at most <see cref="ScriptText.MaximumBytes"/> long.</summary>
    public string? Text { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether the script is enabled.</summary>
    public bool? IsEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether a machine runs the script only at its first start.</summary>
    public bool? IsRunOnce { get => Get<bool?>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        if (Values.Count == 0)
            throw PaperspaceException.InvalidRequest(
                "Nothing to change. Specify at least one of Name, Text, IsEnabled and IsRunOnce.",
                nameof(Name), nameof(Text), nameof(IsEnabled), nameof(IsRunOnce));
        if (IsSet(nameof(Name))) Require(Name, nameof(Name));
        if (IsSet(nameof(Text))) ScriptText.Validate(Text, nameof(Text));
        foreach (var option in Values)
            if (option.Value is null)
                throw PaperspaceException.InvalidRequest($"{option.Key} is empty. Specify a value.", option.Key);
    }
}
