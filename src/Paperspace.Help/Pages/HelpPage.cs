namespace Paperspace.Help;

/// <summary>The help of a cmdlet, as its page says it.</summary>
internal sealed record HelpPage
{
    /// <summary>The cmdlet.</summary>
    public required string Name { get; init; }

    /// <summary>The file that the help belongs in.</summary>
    public required string HelpFile { get; init; }

    /// <summary>Where the page is on the web.</summary>
    public required string OnlineVersion { get; init; }

    /// <summary>What the cmdlet does, in a sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The ways to call it.</summary>
    public required IReadOnlyList<SyntaxHelp> Syntaxes { get; init; }

    /// <summary>What it does, in paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    /// <summary>The parameters.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    /// <summary>What it takes from the pipeline.</summary>
    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    /// <summary>What it gives.</summary>
    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    /// <summary>What else there is to know, in paragraphs.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where to read on; the first link is the page itself on the web.</summary>
    public required IReadOnlyList<LinkHelp> Links { get; init; }
}
