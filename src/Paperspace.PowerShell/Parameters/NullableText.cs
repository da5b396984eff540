namespace Paperspace.PowerShell;

/// <summary>Holds a text to match on. PowerShell makes $null into an empty text for parameters of type string; here both mean that there is
/// none.</summary>
public sealed class NullableText
{
    /// <summary>Matches this text; an empty one means none.</summary>
    public NullableText(string text)
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Gets the text; null for none.</summary>
    public string? Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
