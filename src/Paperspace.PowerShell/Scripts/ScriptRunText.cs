namespace Paperspace.PowerShell;

/// <summary>The format of a script's runs in the views.</summary>
internal static class ScriptRunText
{
    /// <summary>Formats when machines last ran the script, one a line.</summary>
    public static string Runs(object? runs) =>
        DisplayValue.ToItems(runs) is { Count: > 0 } known ? string.Join("\n", known.Select(Line)) : DisplayText.Text(null);

    private static string Line(object? run) =>
        DisplayValue.Unwrap(run) is string text
            ? DisplayText.Text(text)
            : $"{DisplayText.Text(DisplayValue.Property(run, nameof(ScriptRun.MachineId)))}  "
                + DisplayText.Time(DisplayValue.Property(run, nameof(ScriptRun.DtLastRun)));
}
