using System.Management.Automation;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Matches names with wildcards, whatever their case and the culture, and keeps which names without wildcards nothing
/// matched.</summary>
internal sealed class NameMatcher
{
    private readonly List<(string Name, WildcardPattern? Pattern)> _names = [];
    private readonly List<string> _unmatched = [];

    /// <summary>Matches any of these names.</summary>
    public NameMatcher(IEnumerable<string> names)
    {
        foreach (var name in names)
            if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                _names.Add((name, new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)));
            }
            else
            {
                // A name may have a backtick itself; then it is meant as it was written.
                _names.Add((name, null));
                if (!_unmatched.Contains(name, StringComparer.OrdinalIgnoreCase)) _unmatched.Add(name);
            }
    }

    /// <summary>Gets the names without wildcards that matched nothing so far, as they are without escapes.</summary>
    public IReadOnlyCollection<string> Unmatched => [.. _unmatched.Select(Unescape)];

    /// <summary>Returns whether a resource of this name is meant.</summary>
    public bool Matches(string? name)
    {
        var matches = false;
        foreach (var (wanted, pattern) in _names)
            if (pattern?.IsMatch(name ?? "") ?? IsSame(wanted, name))
            {
                matches = true;
                _unmatched.RemoveAll(item => string.Equals(item, wanted, StringComparison.OrdinalIgnoreCase));
            }

        return matches;
    }

    /// <summary>Returns the pattern that matches this name and no other.</summary>
    public static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var c in name) (c is '*' or '?' or '[' or ']' or '`' ? escaped.Append('`') : escaped).Append(c);
        return escaped.ToString();
    }

    private static bool IsSame(string wanted, string? name) =>
        string.Equals(Unescape(wanted), name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);

    private static string Unescape(string pattern)
    {
        var name = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
            name.Append(pattern[i] == '`' && i + 1 < pattern.Length ? pattern[++i] : pattern[i]);
        return name.ToString();
    }
}
