using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Turns a path of a machine, with the wildcards of PowerShell, into what <c>scp</c> takes.</summary>
internal static class RemotePath
{
    private const string Wildcards = "*?[]";

    /// <summary>Returns whether a path contains what no path can.</summary>
    public static bool HasControlCharacter(string path) => path.IndexOf('\0') >= 0;

    /// <summary>Returns a pattern for the SFTP protocol: what is literal is escaped where it would be a wildcard.</summary>
    public static string ToSftpPattern(string path)
    {
        var pattern = new StringBuilder();
        foreach (var (character, isWildcard) in Read(path))
        {
            if (!isWildcard && (character == '\\' || Wildcards.IndexOf(character) >= 0)) pattern.Append('\\');
            pattern.Append(character);
        }

        return pattern.ToString();
    }

    /// <summary>Returns a word for the remote shell, which older versions of scp ask to expand it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="hasWildcards">Whether it may contain wildcards.</param>
    public static string ToShellWord(string path, bool hasWildcards)
    {
        var word = new StringBuilder();
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal))
        {
            word.Append('~');
            path = path.Substring(1);
        }

        foreach (var (character, isWildcard) in Read(path, hasWildcards))
            word.Append(isWildcard ? character.ToString() : character == '\'' ? "\\'" : $"'{character}'");
        return word.Replace("''", "").ToString();
    }

    private static IEnumerable<(char Character, bool IsWildcard)> Read(string path, bool hasWildcards = true)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (hasWildcards && path[i] == '`' && i + 1 < path.Length) yield return (path[++i], false);
            else yield return (path[i], hasWildcards && Wildcards.IndexOf(path[i]) >= 0);
        }
    }
}
