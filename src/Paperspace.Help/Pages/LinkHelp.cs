namespace Paperspace.Help;

/// <summary>Describes where to read on.</summary>
/// <param name="Text">The link's text: a topic's name, or what the address shows.</param>
/// <param name="Address">The address on the web; empty for a topic that Get-Help finds by its name.</param>
internal sealed record LinkHelp(string Text, string Address);
