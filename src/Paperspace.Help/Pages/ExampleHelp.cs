namespace Paperspace.Help;

/// <summary>Holds an example of a cmdlet.</summary>
/// <param name="Title">The title with its number.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">The explanation, in paragraphs.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<string> Remarks);
