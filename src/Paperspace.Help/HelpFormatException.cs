using System.Globalization;

namespace Paperspace.Help;

/// <summary>Reports a problem in a page. MSBuild and editors turn the message into a link.</summary>
/// <param name="path">The page.</param>
/// <param name="line">The line number, from 1.</param>
/// <param name="problem">The problem, as a sentence.</param>
internal sealed class HelpFormatException(string path, int line, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{path}({line}): error HELP: {problem}"));
