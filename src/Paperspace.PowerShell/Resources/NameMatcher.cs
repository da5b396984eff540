using System.Management.Automation;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Matches names with wildcards, ignoring case and culture, and keeps which names without wildcards matched nothing.</summary>
internal sealed class NameMatcher
{
    private readonly List<(string Name, WildcardPattern? Pattern)> _names = [];
    private readonly List<string> _unmatched = [];

    /// <summary>Matches any of these names.</summary>
    public NameMatcher(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _names.Add((name, FindPattern(name)));
            if (!_unmatched.Contains(name, StringComparer.OrdinalIgnoreCase)) _unmatched.Add(name);
        }
    }

    /// <summary>Gets the names without wildcards that matched nothing so far, without escapes.</summary>
    public IReadOnlyCollection<string> UnmatchedNames => [.. _unmatched.Where(name => FindPattern(name) is null).Select(Unescape)];

    /// <summary>Gets the names with wildcards that matched nothing so far.</summary>
    public IReadOnlyCollection<string> UnmatchedPatterns => [.. _unmatched.Where(name => FindPattern(name) is not null)];

    /// <summary>Returns whether a name matches.</summary>
    public bool Matches(string? name)
    {
        var matches = false;
        foreach (var (wanted, pattern) in _names)
            if (pattern?.IsMatch(name ?? "") == true || IsSame(wanted, name))
            {
                matches = true;
                _unmatched.RemoveAll(item => string.Equals(item, wanted, StringComparison.OrdinalIgnoreCase));
            }

        return matches;
    }

    /// <summary>Returns the pattern of a name; null for a name without wildcards, and for a string that is not a valid pattern.</summary>
    public static WildcardPattern? FindPattern(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name)) return null;
        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            // The engine looks at the pattern when it is first used.
            _ = pattern.IsMatch("");
            return pattern;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    /// <summary>Returns the pattern that matches this name only.</summary>
    public static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var c in name) (c is '*' or '?' or '[' or ']' or '`' ? escaped.Append('`') : escaped).Append(c);
        return escaped.ToString();
    }

    /// <summary>Returns whether a name is the one that is wanted, with or without escapes: a name may contain a backtick.</summary>
    public static bool IsSame(string wanted, string? name) =>
        string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Unescape(wanted), name, StringComparison.OrdinalIgnoreCase);

    private static string Unescape(string pattern)
    {
        var name = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
            name.Append(pattern[i] == '`' && i + 1 < pattern.Length ? pattern[++i] : pattern[i]);
        return name.ToString();
    }
}
