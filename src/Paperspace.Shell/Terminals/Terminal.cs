using System.Management.Automation;

namespace Paperspace.Shell;

/// <summary>The console that the shell was started at: two output streams, a line of progress, and maybe a keyboard.</summary>
internal sealed class Terminal
{
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    private readonly Lock _gate = new();
    private readonly StyledWriter _output;
    private readonly StyledWriter _error;
    private readonly ProgressLine _progress;

    /// <summary>Looks at what the streams of this process are.</summary>
    public Terminal()
    {
        var isColoured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var understandsEscapes = OperatingSystem.IsWindows() ? WindowsConsole.TryUnderstandEscapes() : !IsDumb();
        _output = new StyledWriter(Console.Out, understandsEscapes && !Console.IsOutputRedirected, isColoured);
        _error = new StyledWriter(Console.Error, understandsEscapes && !Console.IsErrorRedirected, isColoured);
        _progress = new ProgressLine(_error);
    }

    /// <summary>The columns; what an unknown terminal has where there is none.</summary>
    public static int Width => Console.IsOutputRedirected ? DefaultWidth : Math.Max(Console.WindowWidth, 1);

    /// <summary>The rows; what an unknown terminal has where there is none.</summary>
    public static int Height => Console.IsOutputRedirected ? DefaultHeight : Math.Max(Console.WindowHeight, 1);

    /// <summary>Whether there is a person to ask.</summary>
    public bool IsInteractive { get; } = !Console.IsInputRedirected;

    /// <summary>Whether a line can be edited in place.</summary>
    public bool CanEdit => IsInteractive && _output.IsTerminal;

    /// <summary>Whether colours can be seen on any stream.</summary>
    public bool IsColoured => _output.IsColoured || _error.IsColoured;

    /// <summary>Writes results.</summary>
    public void Write(string text) => On(_output, writer => writer.Write(text));

    /// <summary>Writes what is not a result.</summary>
    public void WriteError(string text) => On(_error, writer => writer.Write(text));

    /// <summary>Asks something: where it can be seen, and so that it is never taken for a result.</summary>
    public void Ask(string text) => On(_output.IsTerminal ? _output : _error, writer => writer.Write(text));

    /// <summary>Moves the cursor or erases.</summary>
    public void Control(string sequence) => On(_output, writer => writer.Control(sequence));

    /// <summary>Shows progress.</summary>
    public void Show(ProgressRecord record)
    {
        lock (_gate) _progress.Show(record);
    }

    /// <summary>Takes the line of progress away.</summary>
    public void ClearProgress()
    {
        lock (_gate) _progress.Clear();
    }

    private static bool IsDumb() => Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";

    private void On(StyledWriter writer, Action<StyledWriter> write)
    {
        lock (_gate)
        {
            _progress.Clear();
            write(writer);
        }
    }
}
