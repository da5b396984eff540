using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Matches machine names with wildcards, whatever their case, and keeps which literal names nothing matched.</summary>
internal sealed class NameMatcher
{
    private readonly List<KeyValuePair<string, WildcardPattern>> _patterns;
    private readonly HashSet<string> _unmatched;

    /// <summary>Matches any of these names.</summary>
    public NameMatcher(IReadOnlyCollection<string> names)
    {
        _patterns = [.. names.Select(name => new KeyValuePair<string, WildcardPattern>(name, new WildcardPattern(name, WildcardOptions.IgnoreCase)))];
        _unmatched = new HashSet<string>(names.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)), StringComparer.OrdinalIgnoreCase);
        OnlyLiteral = names.Count == 1 && _unmatched.Count == 1 ? names.First() : null;
    }

    /// <summary>The name, where there is just one and it has no wildcards.</summary>
    public string? OnlyLiteral { get; }

    /// <summary>The names without wildcards that matched nothing so far.</summary>
    public IReadOnlyCollection<string> Unmatched => _unmatched;

    /// <summary>Whether a machine of this name is meant.</summary>
    public bool Matches(string? name)
    {
        var matches = false;
        foreach (var pattern in _patterns)
            if (pattern.Value.IsMatch(name ?? ""))
            {
                matches = true;
                _unmatched.Remove(pattern.Key);
            }

        return matches;
    }
}
