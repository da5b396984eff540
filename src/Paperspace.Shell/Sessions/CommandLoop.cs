using System.Management.Automation.Language;

namespace Paperspace.Shell;

/// <summary>The prompt: reads a command, runs it, and again.</summary>
/// <param name="session">Where the commands run.</param>
/// <param name="reader">Where they come from.</param>
internal sealed class CommandLoop(ShellSession session, ILineReader reader)
{
    private const string ContinuationPrompt = ">> ";

    /// <summary>Prompts until the input ends or this says so.</summary>
    public void RunUntil(Func<bool> isOver)
    {
        while (!isOver())
        {
            try
            {
                if (ReadCommand() is not { } command) return;
                if (!string.IsNullOrWhiteSpace(command)) session.Run(command);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C gave up the line, not the shell.
            }
        }
    }

    private string? ReadCommand()
    {
        var command = reader.Read(session.Prompt());
        while (command is not null && IsIncomplete(command))
        {
            if (reader.Read(ContinuationPrompt) is not { } line) return command;
            command += Environment.NewLine + line;
        }

        return command;
    }

    private static bool IsIncomplete(string command)
    {
        Parser.ParseInput(command, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
