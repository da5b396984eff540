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

    /// <summary>Counts a machine that is to be read.</summary>
    public void Add() => _total++;

    /// <summary>Counts a machine that was read.</summary>
    public void Advance()
    {
        _read++;
        if (_total >= MinShown)
            _bar.Write(string.Format(CultureInfo.InvariantCulture, "{0} of {1}", _read, _total), 100 * _read / _total);
    }

    public void Dispose() => _bar.Dispose();
}
