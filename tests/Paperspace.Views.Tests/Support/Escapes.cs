using System.Text.RegularExpressions;

namespace Paperspace.Views.Tests;

/// <summary>Escape sequences in what a window shows.</summary>
internal static partial class Escapes
{
    /// <summary>The text without its colors; any other sequence stays.</summary>
    public static string Remove(string text) => Color().Replace(text, "");

    [GeneratedRegex("\u001B\\[[0-9;]*m")]
    private static partial Regex Color();
}
