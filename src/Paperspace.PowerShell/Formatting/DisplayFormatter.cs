using System.Collections.Concurrent;
using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>
/// Formats values as a person reads them in a table or list: the provider of <see cref="string.Format(IFormatProvider, string, object[])"/>
/// in the views of Paperspace.format.ps1xml.
/// </summary>
/// <remarks>
/// The views format through <c>string.Format</c>, because ConstrainedLanguage permits methods of core types only. A format of several
/// values, such as a disk's size and its used part, takes them as one list. No value can move the cursor or reorder its neighbors,
/// whatever the API returned. The result is the same in every culture.
/// </remarks>
public sealed class DisplayFormatter : IFormatProvider, ICustomFormatter
{
    private readonly ConcurrentDictionary<string, Func<object?, string>> _formats = new(StringComparer.Ordinal);

    private DisplayFormatter()
    {
    }

    /// <summary>Gets the formatter of all views.</summary>
    public static DisplayFormatter Instance { get; } = new();

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <summary>Formats a value, live or deserialized.</summary>
    /// <param name="format">
    /// The name of the format, such as <c>Size</c>; after a space, the width to which the text is padded or shortened.
    /// </param>
    /// <param name="arg">The value, or the list of values that the format takes.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <exception cref="FormatException">There is no format of this name.</exception>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        _formats.GetOrAdd(format ?? nameof(DisplayText.Text), Create)(arg);

    private static Func<object?, string> Create(string format)
    {
        var space = format.IndexOf(' ');
        var name = space < 0 ? format : format.Substring(0, space);
        var settings = space < 0 ? null : format.Substring(space + 1);
        if (name == "Fill") return new FillColumn(settings!).Format;
        int? width = settings is null ? null : int.Parse(settings, CultureInfo.InvariantCulture);
        return name switch
        {
            "State" => Values(values => MachineText.State(values[0], values[1], values[2], width)),
            "EventState" => Values(values => MachineEventText.State(values[0], values[1], width)),
            "OutputSource" => Values(values => OutputText.Source(values, width)),
            "Available" => Values(values => MachineText.Available(values[0], values[1])),
            _ when width is { } cells => value => CellText.Fit(GetFormat(name)(value), cells, cells),
            _ => GetFormat(name),
        };
    }

    private static Func<object?, string> GetFormat(string name) => name switch
    {
        nameof(DisplayText.Text) => DisplayText.Text,
        nameof(DisplayText.Any) => DisplayText.Any,
        nameof(DisplayText.First) => DisplayText.First,
        nameof(DisplayText.Region) => DisplayText.Region,
        nameof(DisplayText.Size) => DisplayText.Size,
        nameof(DisplayText.Age) => DisplayText.Age,
        nameof(DisplayText.Duration) => DisplayText.Duration,
        nameof(DisplayText.Milliseconds) => DisplayText.Milliseconds,
        nameof(DisplayText.Time) => DisplayText.Time,
        nameof(DisplayText.YesNo) => DisplayText.YesNo,
        nameof(DisplayText.Count) => DisplayText.Count,
        nameof(DisplayText.Items) => DisplayText.Items,
        nameof(DisplayText.Lines) => DisplayText.Lines,
        nameof(DisplayText.ItemName) => DisplayText.ItemName,
        nameof(DisplayText.Fields) => DisplayText.Fields,
        nameof(MachineText.NameAndState) => Values(values => MachineText.NameAndState(values)),
        nameof(MachineText.Gpu) => MachineText.Gpu,
        nameof(MachineText.PublicAddress) => Values(values => MachineText.PublicAddress(values[0], values[1])),
        nameof(MachineText.Created) => Values(values => MachineText.Created(values[0], values[1])),
        nameof(MachineText.Storage) => Values(values => MachineText.Storage(values[0], values[1])),
        nameof(MachineText.ShutdownTimeout) => Values(values => MachineText.ShutdownTimeout(values[0], values[1])),
        nameof(MachineText.AutoSnapshot) => Values(values => MachineText.AutoSnapshot(values[0], values[1], values[2])),
        nameof(MachineText.RestorePoint) => Values(values => MachineText.RestorePoint(values[0], values[1])),
        nameof(MachineText.Events) => Values(values => MachineText.Events(values[0], values[1])),
        nameof(MachineTypeText.Gpus) => Values(values => MachineTypeText.Gpus(values[0], values[1], values[2])),
        nameof(MachineTypeText.Gigabytes) => MachineTypeText.Gigabytes,
        nameof(MachineTypeText.Price) => MachineTypeText.Price,
        nameof(MachineTypeText.RegionsOrStatus) => Values(values => MachineTypeText.RegionsOrStatus(values[0], values[1])),
        "EventName" => MachineEventText.Name,
        nameof(MachineEventText.Error) => MachineEventText.Error,
        nameof(CostText.Hours) => CostText.Hours,
        nameof(CostText.Dollars) => CostText.Dollars,
        nameof(CostText.Number) => CostText.Number,
        nameof(CostText.Cost) => Values(values => CostText.Cost(values[0], values[1], values[2])),
        nameof(CostText.Saving) => Values(values => CostText.Saving(values[0], values[1], values[2])),
        nameof(CostText.Rate) => Values(values => CostText.Rate(values[0], values[1], values[2])),
        nameof(CostText.HourlyRate) => CostText.HourlyRate,
        nameof(CostText.MonthlyRate) => CostText.MonthlyRate,
        "OutputStream" => OutputText.Stream,
        "OutputLine" => OutputText.Line,
        nameof(ScriptRunText.Runs) => ScriptRunText.Runs,
        nameof(TemplateText.DiskSize) => TemplateText.DiskSize,
        nameof(TemplateText.MachineTypes) => TemplateText.MachineTypes,
        _ => throw new FormatException($"There is no format '{name}'."),
    };

    private static Func<object?, string> Values(Func<IReadOnlyList<object?>, string> format) =>
        value => DisplayValue.ToItems(value) is { } values ? format(values) : DisplayText.Text(value);
}
