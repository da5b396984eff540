namespace Paperspace.Help;

/// <summary>The help of a parameter.</summary>
internal sealed record ParameterHelp
{
    /// <summary>The name of the type of switches, which take no value.</summary>
    public const string Switch = "SwitchParameter";

    /// <summary>What stands for a parameter's being in all parameter sets.</summary>
    public const string AllSets = "(All)";

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The type, as PowerShell names it.</summary>
    public required string Type { get; init; }

    /// <summary>The parameter sets it is in.</summary>
    public required IReadOnlyList<string> ParameterSets { get; init; }

    /// <summary>Its other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The values it takes; none where there are too many to tell.</summary>
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    /// <summary>Whether the cmdlet asks for it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Its place among the values without a name; null where it has none.</summary>
    public required int? Position { get; init; }

    /// <summary>What it is when it is not given.</summary>
    public required string DefaultValue { get; init; }

    /// <summary>How it takes values from the pipeline: False, or True with the ways.</summary>
    public required string PipelineInput { get; init; }

    /// <summary>Whether it takes wildcards.</summary>
    public required bool AcceptsWildcards { get; init; }

    /// <summary>Whether it is in this parameter set.</summary>
    public bool IsIn(SyntaxHelp syntax) => ParameterSets.Contains(AllSets) || ParameterSets.Contains(syntax.ParameterSet);
}
