namespace Paperspace;

/// <summary>Describes a template to create.</summary>
public sealed class TemplateCreateOptions : OptionSet
{
    /// <summary>Gets or sets the machine to create it from, which has to be off.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        Require(MachineId, nameof(MachineId));
        Require(Name, nameof(Name));
    }
}
