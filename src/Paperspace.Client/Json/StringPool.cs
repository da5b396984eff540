namespace Paperspace.Client;

/// <summary>Interns strings that repeat across machines, lock-free and in bounded memory.</summary>
/// <remarks>Each slot keeps its last string. A string that loses its slot is only stored twice.</remarks>
internal sealed class StringPool
{
    private const int Slots = 1024;

    private readonly string[] _slots = new string[Slots];

    public string Intern(string value)
    {
        if (value.Length == 0) return string.Empty;
        var slot = ((value.Length * 31) ^ (value[0] * 131) ^ (value[value.Length / 2] * 17) ^ value[value.Length - 1]) & (Slots - 1);
        var known = _slots[slot];
        if (string.Equals(known, value, StringComparison.Ordinal)) return known;
        _slots[slot] = value;
        return value;
    }
}
