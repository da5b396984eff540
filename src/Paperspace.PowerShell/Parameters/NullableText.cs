namespace Paperspace.PowerShell;

/// <summary>A text to match on. PowerShell makes $null into an empty text for parameters of type string; here it stays null.</summary>
public sealed class NullableText
{
    /// <summary>Matches this text.</summary>
    public NullableText(string text)
    {
        Text = text;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
