using System.Management.Automation;

namespace Paperspace.Shell;

/// <summary>Reads lines at a terminal, and lets a person edit, recall and complete them.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="history">The lines of before.</param>
/// <param name="complete">Completes a line at a place in it; null where there is nothing to complete.</param>
internal sealed class LineEditor(Terminal terminal, LineHistory history, Func<string, int, CommandCompletion>? complete = null) : ILineReader
{
    private const char ControlA = '\x01';
    private const char ControlE = '\x05';

    /// <inheritdoc/>
    public string? Read(string prompt)
    {
        var line = new LineBuffer();
        var view = new LineView(terminal, prompt);
        using var keys = new KeyCapture();
        view.Draw(line);
        CompletionCycle? cycle = null;
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key is ConsoleKey.Tab && complete is not null)
            {
                cycle = Complete(line, cycle, forward: !key.Modifiers.HasFlag(ConsoleModifiers.Shift));
                view.Draw(line, cycle?.Hint ?? "");
                if (cycle is { IsSingle: true }) cycle = null;
                continue;
            }

            cycle = null;
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    view.End(line);
                    history.Add(line.Text);
                    return line.Text;
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    view.End(line, "^C");
                    throw new OperationCanceledException();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when line.Text.Length == 0:
                    view.End(line);
                    return null;
                case { Key: ConsoleKey.L, Modifiers: ConsoleModifiers.Control }:
                    view.DrawAtTop(line);
                    break;
                default:
                    Edit(line, key);
                    view.Draw(line);
                    break;
            }
        }
    }

    private CompletionCycle? Complete(LineBuffer line, CompletionCycle? cycle, bool forward)
    {
        if (cycle is null)
        {
            if (string.IsNullOrWhiteSpace(line.Text)) return null;
            cycle = new CompletionCycle(line.Text, complete!(line.Text, line.Cursor));
        }

        if (cycle.IsEmpty) return null;
        cycle.Apply(line, forward);
        return cycle;
    }

    private void Edit(LineBuffer line, ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.LeftArrow }:
                line.Left();
                break;
            case { Key: ConsoleKey.RightArrow }:
                line.Right();
                break;
            case { Key: ConsoleKey.Home } or { KeyChar: ControlA }:
                line.Home();
                break;
            case { Key: ConsoleKey.End } or { KeyChar: ControlE }:
                line.End();
                break;
            case { Key: ConsoleKey.Backspace }:
                line.Backspace();
                break;
            case { Key: ConsoleKey.Delete }:
                line.Delete();
                break;
            case { Key: ConsoleKey.Escape }:
                line.Set("");
                break;
            case { Key: ConsoleKey.UpArrow }:
                line.Set(history.Older(line.Text));
                break;
            case { Key: ConsoleKey.DownArrow }:
                line.Set(history.Newer(line.Text));
                break;
            default:
                if (!char.IsControl(key.KeyChar)) line.Insert(key.KeyChar);
                break;
        }
    }
}
