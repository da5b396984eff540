using System.Globalization;

namespace Paperspace.Help;

/// <summary>Represents a page that is not as help has to be. The message is in the form that MSBuild and editors make a link of.</summary>
/// <param name="path">The page.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="problem">What is wrong, in a sentence.</param>
internal sealed class HelpFormatException(string path, int line, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{path}({line}): error HELP: {problem}"));
