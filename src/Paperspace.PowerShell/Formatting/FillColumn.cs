using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Formats the column that takes the room that a table's other columns leave in the window.</summary>
/// <remarks>
/// PowerShell drops columns from the right when a window is too narrow, but first cuts the last one that it shows. This column is made so
/// wide that each of the others is either shown whole or dropped.
/// </remarks>
internal sealed class FillColumn
{
    private const int DefaultWindow = 120;

    private readonly int _minimum;
    private readonly int _preferred;
    private readonly int _before;

    /// <summary>The room that the first n columns after this one take, with the spaces between them.</summary>
    private readonly int[] _after;

    /// <summary>Creates the column from its settings in the view.</summary>
    /// <param name="settings">The minimum and the preferred width, the room of the columns before it, and the widths of those after it.</param>
    public FillColumn(string settings)
    {
        var numbers = settings.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        (_minimum, _preferred, _before) = (numbers[0], numbers[1], numbers[2]);
        _after = new int[numbers.Length - 2];
        for (var i = 1; i < _after.Length; i++) _after[i] = _after[i - 1] + numbers[i + 2] + 1;
    }

    /// <summary>Formats the first of the values that is known; the last value is the host.</summary>
    public string Format(object? value)
    {
        if (DisplayValue.ToItems(value) is not { Count: > 1 } values) return DisplayText.Text(value);
        var (padding, maximum) = GetWidth(GetWindowWidth(DisplayValue.Unwrap(values[values.Count - 1]) as PSHost));
        return CellText.Fit(DisplayText.First(values.Take(values.Count - 1)), padding, maximum);
    }

    private (int Padding, int Maximum) GetWidth(int window)
    {
        // One column stays free, since Out-String and Windows PowerShell use one less than the window has.
        var available = window - 1 - _before;
        var shown = _after.Length - 1;
        while (shown > 0 && _minimum + _after[shown] > available) shown--;
        var width = Math.Max(_minimum, available - _after[shown]);
        return (shown == _after.Length - 1 ? Math.Min(_preferred, width) : width, width);
    }

    private static int GetWindowWidth(PSHost? host)
    {
        try
        {
            return host?.UI?.RawUI?.BufferSize.Width is > 0 and var width ? width : DefaultWindow;
        }
        catch (Exception failure) when (failure is HostException or InvalidOperationException or NotImplementedException or IOException)
        {
            // A host without a window throws whatever it likes.
            return DefaultWindow;
        }
    }
}
