namespace Paperspace.Help;

/// <summary>Holds the help of a parameter.</summary>
internal sealed record ParameterHelp
{
    /// <summary>The name of the type of switches, which take no value.</summary>
    public const string Switch = "SwitchParameter";

    /// <summary>The value of <see cref="ParameterSets"/> for a parameter of all parameter sets.</summary>
    public const string AllSets = "(All)";

    public required string Name { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<string> ParameterSets { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Gets or sets the accepted values; empty if they are not a fixed set.</summary>
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Gets or sets the position; null for a named parameter.</summary>
    public required int? Position { get; init; }

    public required string DefaultValue { get; init; }

    /// <summary>Gets or sets how values are taken from the pipeline: False, or True with the ways in parentheses.</summary>
    public required string PipelineInput { get; init; }

    public required bool AcceptsWildcards { get; init; }

    public bool IsIn(SyntaxHelp syntax) => ParameterSets.Contains(AllSets) || ParameterSets.Contains(syntax.ParameterSet);
}
