namespace Paperspace.Help;

/// <summary>Holds a topic that Get-Help shows as text.</summary>
/// <param name="Name">The name, which begins with <c>about_</c>.</param>
/// <param name="Text">The text.</param>
internal sealed record AboutTopic(string Name, string Text)
{
    /// <summary>What the names of topics begin with.</summary>
    public const string Prefix = "about_";
}
