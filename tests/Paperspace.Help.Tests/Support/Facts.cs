using System.Globalization;

namespace Paperspace.Help.Tests.Support;

/// <summary>Formats facts as the lines of a page, so that a difference shows what to write there.</summary>
internal static class Facts
{
    /// <summary>The lines of a parameter.</summary>
    public static string Of(ParameterHelp parameter) => string.Join(
        '\n',
        new[]
        {
            $"Type: {parameter.Type}",
            $"Parameter Sets: {string.Join(", ", parameter.ParameterSets)}",
            $"Aliases: {string.Join(", ", parameter.Aliases)}",
            parameter.AcceptedValues.Count == 0 ? null : $"Accepted values: {string.Join(", ", parameter.AcceptedValues)}",
            $"Required: {parameter.IsRequired}",
            $"Position: {parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "Named"}",
            $"Default value: {parameter.DefaultValue}",
            $"Accept pipeline input: {parameter.PipelineInput}",
            $"Accept wildcard characters: {parameter.AcceptsWildcards}",
        }.OfType<string>());

    /// <summary>The heading and the line of a syntax.</summary>
    public static string Of(SyntaxHelp syntax) => $"{syntax.ParameterSet}{(syntax.IsDefault ? " (Default)" : "")}: {syntax.Text}";
}
