namespace Paperspace.Help;

/// <summary>Holds an about topic as Get-Help shows it.</summary>
/// <param name="Name">The name, which begins with <see cref="Prefix"/>.</param>
/// <param name="Text">The text.</param>
internal sealed record AboutTopic(string Name, string Text)
{
    public const string Prefix = "about_";
}
