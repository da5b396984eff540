using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of an account for the views of Paperspace.format.ps1xml.</summary>
public sealed class AccountFormatter : DisplayFormatter
{
    private AccountFormatter()
    {
    }

    /// <summary>Gets the formatter of an account's values.</summary>
    public static AccountFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        "Milliseconds" => DisplayValue.ToTimeSpan(value)?.TotalMilliseconds.ToString("0 'ms'", CultureInfo.InvariantCulture) ?? Text(value),
        _ => base.FormatValue(format, value),
    };
}
