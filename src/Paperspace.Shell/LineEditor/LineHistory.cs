namespace Paperspace.Shell;

/// <summary>The lines of before, and where among them a person is looking.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _lines = [];
    private int _position;
    private string _draft = "";

    /// <summary>Keeps a line, unless it says nothing new, and goes behind the newest.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && _lines.LastOrDefault() != line) _lines.Add(line);
        _position = _lines.Count;
        _draft = "";
    }

    /// <summary>The line before the current one; what was being typed is kept for the way back.</summary>
    public string Older(string current)
    {
        if (_position == _lines.Count) _draft = current;
        if (_position > 0) _position--;
        return Current;
    }

    /// <summary>The line behind the current one.</summary>
    public string Newer(string current)
    {
        if (_position == _lines.Count) return current;
        _position++;
        return Current;
    }

    private string Current => _position == _lines.Count ? _draft : _lines[_position];
}
