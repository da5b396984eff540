namespace Paperspace.Help;

/// <summary>Holds the help of a parameter.</summary>
internal sealed record ParameterHelp
{
    /// <summary>The name of the type of switches, which take no value.</summary>
    public const string Switch = "SwitchParameter";

    /// <summary>What stands for a parameter's being in all parameter sets.</summary>
    public const string AllSets = "(All)";

    /// <summary>Gets or sets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets what it means, in paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>Gets or sets the type, as PowerShell names it.</summary>
    public required string Type { get; init; }

    /// <summary>Gets or sets the parameter sets it is in.</summary>
    public required IReadOnlyList<string> ParameterSets { get; init; }

    /// <summary>Gets or sets its other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Gets or sets the values it takes; none where there are too many to tell.</summary>
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    /// <summary>Gets or sets whether the cmdlet asks for it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Gets or sets its place among the values without a name; null where it has none.</summary>
    public required int? Position { get; init; }

    /// <summary>Gets or sets what it is when it is not given.</summary>
    public required string DefaultValue { get; init; }

    /// <summary>Gets or sets how it takes values from the pipeline: False, or True with the ways.</summary>
    public required string PipelineInput { get; init; }

    /// <summary>Gets or sets whether it takes wildcards.</summary>
    public required bool AcceptsWildcards { get; init; }

    /// <summary>Returns whether it is in this parameter set.</summary>
    public bool IsIn(SyntaxHelp syntax) => ParameterSets.Contains(AllSets) || ParameterSets.Contains(syntax.ParameterSet);
}
