namespace Paperspace.PowerShell;

/// <summary>The formats of the lines that commands write on machines.</summary>
internal static class OutputText
{
    private const string ErrorMark = " err";

    /// <summary>Formats the machine that a line is from; red for standard error.</summary>
    public static string Source(IReadOnlyList<object?> values, int? width) => HostColor.Paint(
        Name(values, width),
        width,
        IsError(values[2]) ? HostColor.Red : HostColor.Green,
        values[3]);

    private static bool IsError(object? stream) => Stream(stream) == nameof(MachineOutputStream.Error);

    /// <summary>Returns the machine, marked for standard error: a log has no color.</summary>
    private static string Name(IReadOnlyList<object?> values, int? width)
    {
        var name = DisplayText.Text(DisplayValue.ToText(values[0]) ?? values[1]);
        if (!IsError(values[2])) return name;
        return (width is { } cells ? CellText.Fit(name, 0, cells - ErrorMark.Length) : name) + ErrorMark;
    }

    /// <summary>Formats a stream: live, as its name, or as the number that a deserialized one is.</summary>
    public static string Stream(object? stream) => Enum.TryParse<MachineOutputStream>(DisplayValue.ToText(stream), out var known)
        ? known.ToString()
        : DisplayText.Text(stream);

    /// <summary>Formats a line; an empty one is shown as it is.</summary>
    public static string Line(object? line) => TerminalText.Sanitize(DisplayValue.Unwrap(line)?.ToString()?.Replace("\t", "    "));
}
