namespace Paperspace.Help;

/// <summary>Holds the help of a cmdlet, as its page says it.</summary>
internal sealed record HelpPage
{
    /// <summary>Gets or sets the cmdlet.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets the file that the help belongs in.</summary>
    public required string HelpFile { get; init; }

    /// <summary>Gets or sets where the page is on the web.</summary>
    public required string OnlineVersion { get; init; }

    /// <summary>Gets or sets what the cmdlet does, in a sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>Gets or sets the ways to call it.</summary>
    public required IReadOnlyList<SyntaxHelp> Syntaxes { get; init; }

    /// <summary>Gets or sets what it does, in paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>Gets or sets the examples.</summary>
    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    /// <summary>Gets or sets the parameters.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    /// <summary>Gets or sets what it takes from the pipeline.</summary>
    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    /// <summary>Gets or sets what it emits.</summary>
    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    /// <summary>Gets or sets what else there is to know, in paragraphs.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets or sets where to read on; the first link is the page itself on the web.</summary>
    public required IReadOnlyList<LinkHelp> Links { get; init; }
}
