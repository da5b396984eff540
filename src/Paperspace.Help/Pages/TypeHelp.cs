namespace Paperspace.Help;

/// <summary>Describes an input or output type of a cmdlet.</summary>
/// <param name="Name">The type.</param>
/// <param name="Description">The description, in paragraphs.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<string> Description);
