using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Shows how many machines have been read, if there are many.</summary>
internal sealed class ReadProgress : IDisposable
{
    private const int MinShown = 20;

    private readonly ProgressBar _bar;
    private int _total;
    private int _read;

    public ReadProgress(PaperspaceCmdlet cmdlet, string activity)
    {
        _bar = new ProgressBar(cmdlet, activity);
    }

    /// <summary>Gets or sets whether the machines are still being listed, so that the total is not known yet.</summary>
    public bool IsListing { get; set; }

    /// <summary>Counts machines that are to be read.</summary>
    public void Add(int count) => _total += count;

    /// <summary>Counts a machine that was read.</summary>
    public void Advance()
    {
        _read++;
        if (_total >= MinShown)
            _bar.Write(
                string.Format(
                    CultureInfo.InvariantCulture, IsListing ? "{0:#,##0} of {1:#,##0}, still listing" : "{0:#,##0} of {1:#,##0}", _read, _total),
                100 * _read / _total);
    }

    public void Dispose() => _bar.Dispose();
}
