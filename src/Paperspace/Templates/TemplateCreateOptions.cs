namespace Paperspace;

/// <summary>Specifies a template to create.</summary>
public sealed class TemplateCreateOptions : OptionSet
{
    /// <summary>Gets or sets the id of the machine to create the template from, which must be off.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        Require(MachineId, nameof(MachineId));
        Require(Name, nameof(Name));
    }
}
