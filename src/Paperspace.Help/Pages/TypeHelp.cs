namespace Paperspace.Help;

/// <summary>Describes a type that a cmdlet takes or emits.</summary>
/// <param name="Name">The type.</param>
/// <param name="Description">What it is used for, in paragraphs.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<string> Description);
