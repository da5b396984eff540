namespace Paperspace.Simulator;

/// <summary>Maps a set of values to an API's strings.</summary>
internal sealed class Spelling<T>(params (string Name, T Value)[] names)
    where T : struct
{
    public IReadOnlyList<string> Names { get; } = [.. names.Select(pair => pair.Name)];

    /// <summary>Returns the string for a value; null for null.</summary>
    public string? Format(T? value) =>
        value is { } known ? names.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, known)).Name : null;

    /// <summary>Returns the value for a string; null if the string is unknown.</summary>
    public T? Parse(string? name) => Array.FindIndex(names, pair => pair.Name == name) is >= 0 and var found ? names[found].Value : null;
}
