using System.Collections.Concurrent;

namespace Paperspace.Client.Json;

/// <summary>Gives equal texts as one string, for values that repeat from machine to machine.</summary>
internal sealed class StringPool
{
    private const int MostTexts = 2048;

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The one string for this text.</summary>
    public string Share(string text)
    {
        if (_texts.TryGetValue(text, out var shared)) return shared;
        if (Volatile.Read(ref _count) >= MostTexts) return text;
        if (_texts.TryAdd(text, text)) Interlocked.Increment(ref _count);
        return text;
    }
}
