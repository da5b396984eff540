using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Represents a heading with its contents.</summary>
/// <param name="Title">The heading's text.</param>
/// <param name="Line">The line number of the heading, from 1.</param>
/// <param name="Blocks">The blocks before the first subsection.</param>
/// <param name="Sections">The subsections.</param>
internal sealed record Section(string Title, int Line, IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections);
