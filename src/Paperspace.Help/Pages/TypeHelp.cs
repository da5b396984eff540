namespace Paperspace.Help;

/// <summary>A type that a cmdlet takes or gives.</summary>
/// <param name="Name">The type.</param>
/// <param name="Description">What it is used for, in paragraphs.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<string> Description);
