using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Represents a heading with what stands under it.</summary>
/// <param name="Title">The heading's text.</param>
/// <param name="Line">The heading's line, counted from 1.</param>
/// <param name="Blocks">What stands before the first heading below it.</param>
/// <param name="Sections">The sections below it.</param>
internal sealed record Section(string Title, int Line, IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections);
