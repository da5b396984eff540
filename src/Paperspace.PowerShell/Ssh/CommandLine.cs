using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Joins arguments to the one string that a process of Windows takes, which .NET Framework cannot do and .NET on Unix takes
/// apart by the same rules.</summary>
internal static class CommandLine
{
    /// <summary>Returns the arguments, each quoted if needed.</summary>
    public static string Join(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quote));

    private static string Quote(string argument)
    {
        if (argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c == '"')) return argument;
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            // Backslashes are literal, unless a quotation mark follows them.
            if (c == '"') quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
