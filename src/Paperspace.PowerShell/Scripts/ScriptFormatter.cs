namespace Paperspace.PowerShell;

/// <summary>Formats the values of a script for the views of Paperspace.format.ps1xml.</summary>
public sealed class ScriptFormatter : DisplayFormatter
{
    private ScriptFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static ScriptFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        nameof(Count) => Count(value),
        nameof(Items) => Items(value),
        nameof(Runs) => Runs(value),
        nameof(Script) => Script(value),
        _ => base.FormatValue(format, value),
    };

    /// <summary>Formats how many items a list has; <c>-</c> where it is not known.</summary>
    private static string Count(object? items) =>
        DisplayValue.ToItems(items) is { } known ? known.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : Text(null);

    private static string Items(object? items) =>
        DisplayValue.ToItems(items) is { Count: > 0 } known ? string.Join(", ", known.Select(item => Text(item))) : Text(null);

    /// <summary>Formats when machines last ran the script, one a line.</summary>
    private static string Runs(object? runs) =>
        DisplayValue.ToItems(runs) is { Count: > 0 } known ? string.Join("\n", known.Select(Run)) : Text(null);

    private static string Run(object? run) =>
        DisplayValue.Unwrap(run) is string text
            ? Text(text)
            : $"{Text(DisplayValue.Property(run, nameof(ScriptRun.MachineId)))}  "
                + $"{Time(DisplayValue.Property(run, nameof(ScriptRun.DtLastRun)))}";

    /// <summary>Formats the lines of a script.</summary>
    private static string Script(object? text) => DisplayValue.ToText(text) is { } script
        ? string.Join("\n", script.Replace("\r\n", "\n").TrimEnd('\n').Split('\n').Select(TerminalText.Sanitize))
        : Text(null);
}
