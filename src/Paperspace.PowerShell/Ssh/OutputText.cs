namespace Paperspace.PowerShell;

/// <summary>The formats of the lines that commands write on machines.</summary>
internal static class OutputText
{
    /// <summary>Formats the machine that a line is from; red for standard error.</summary>
    public static string Source(IReadOnlyList<object?> values, int? width) => HostColor.Paint(
        DisplayText.Text(DisplayValue.ToText(values[0]) ?? values[1]),
        width,
        Stream(values[2]) == nameof(MachineOutputStream.Error) ? HostColor.Red : HostColor.Green,
        values[3]);

    /// <summary>Formats a stream: live, as its name, or as the number that a deserialized one is.</summary>
    public static string Stream(object? stream) => Enum.TryParse<MachineOutputStream>(DisplayValue.ToText(stream), out var known)
        ? known.ToString()
        : DisplayText.Text(stream);

    /// <summary>Formats a line; an empty one is shown as it is.</summary>
    public static string Line(object? line) => TerminalText.Sanitize(DisplayValue.Unwrap(line)?.ToString()?.Replace("\t", "    "));
}
