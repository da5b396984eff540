namespace Paperspace.Client.Json;

/// <summary>Shares equal texts as one string, for values that repeat from machine to machine.</summary>
/// <remarks>Each slot keeps the last text that fell to it: no lock, and never more than these. A text that lost its slot is only
/// kept twice.</remarks>
internal sealed class StringPool
{
    private const int Slots = 1024;

    private readonly string[] _slots = new string[Slots];

    /// <summary>Returns the one string for this text.</summary>
    public string Share(string text)
    {
        if (text.Length == 0) return string.Empty;
        var slot = ((text.Length * 31) ^ (text[0] * 131) ^ (text[text.Length / 2] * 17) ^ text[text.Length - 1]) & (Slots - 1);
        var known = _slots[slot];
        if (string.Equals(known, text, StringComparison.Ordinal)) return known;
        _slots[slot] = text;
        return text;
    }
}
