namespace Paperspace.Help;

/// <summary>Holds a related link.</summary>
/// <param name="Text">The text: the name of a topic or a cmdlet, or a description of the address.</param>
/// <param name="Address">The address on the web; empty if Get-Help finds the text by its name.</param>
internal sealed record LinkHelp(string Text, string Address);
