namespace Paperspace.Help;

/// <summary>Holds the help of a cmdlet. Texts are in paragraphs.</summary>
internal sealed record HelpPage
{
    public required string Name { get; init; }

    public required string HelpFile { get; init; }

    public required string OnlineVersion { get; init; }

    public required string Synopsis { get; init; }

    public required IReadOnlyList<SyntaxHelp> Syntaxes { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets or sets the related links. The first one is the page itself on the web.</summary>
    public required IReadOnlyList<LinkHelp> Links { get; init; }
}
