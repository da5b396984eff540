using System.Net;
using System.Text.RegularExpressions;

namespace Paperspace.Client;

/// <summary>Formats text from the network for an error message.</summary>
internal static class ErrorTextFormatter
{
    private const int MaxLength = 1000;

    private static readonly Regex Markup = new(
        @"<(?:!--|!doctype\b|\?xml\b|/?(?:a|b|body|br|center|code|div|em|font|form|h[1-6]|head|hr|html|i|img|li|link|meta|ol|p|pre|"
            + @"script|span|strong|style|table|tbody|td|th|title|tr|ul)\b)[^>]*>?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Title = new(
        "<title[^>]*>([^<]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Returns the text on one line, without markup and control characters, truncated if it is very long.</summary>
    public static string Format(string text)
    {
        var words = Markup.Replace(text, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Cut(TerminalText.Sanitize(string.Join(" ", words)));
    }

    /// <summary>Returns the text with a full stop, unless it ends with punctuation.</summary>
    public static string ToSentence(string text) =>
        text.Length > 0 && text[text.Length - 1] is '.' or '!' or '?' or '…' ? text : text + ".";

    /// <summary>Returns whether the body is a web page or other markup.</summary>
    public static bool IsWebPage(string body) => body.TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>Returns a web page's title; null if it has none.</summary>
    public static string? FindTitle(string page)
    {
        var title = Format(WebUtility.HtmlDecode(Title.Match(page).Groups[1].Value));
        return title.Length == 0 ? null : title;
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength) return text;
        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text.Substring(0, length) + "…";
    }
}
