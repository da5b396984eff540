namespace Paperspace.Help;

/// <summary>Describes an example of a cmdlet's use.</summary>
/// <param name="Title">The title with its number.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">What they do, in paragraphs.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<string> Remarks);
