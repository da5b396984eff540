namespace Paperspace.Testing;

/// <summary>
/// Sets environment variables of this process for the time of a test and restores them after it. Tests that use it must not run in
/// parallel with others.
/// </summary>
public sealed class EnvironmentScope : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    /// <summary>Sets the variables; <see langword="null"/> removes one.</summary>
    /// <param name="variables">Names and values.</param>
    public EnvironmentScope(params IEnumerable<(string Name, string? Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
    }
}
