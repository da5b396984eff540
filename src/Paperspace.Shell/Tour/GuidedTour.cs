namespace Paperspace.Shell;

/// <summary>Shows the main job: each command as it would be typed, and what it gives.</summary>
/// <param name="session">Where the commands run.</param>
/// <param name="terminal">Where they are shown.</param>
/// <param name="history">Where a person finds them again.</param>
internal sealed class GuidedTour(ShellSession session, Terminal terminal, LineHistory history)
{
    /// <summary>Runs the commands until one fails.</summary>
    public Ending Run()
    {
        foreach (var command in MainJob.Commands)
        {
            terminal.Write(session.Prompt() + command + Environment.NewLine);
            history.Add(command);
            var ending = session.Run(command);
            if (ending is not Ending.Finished) return ending;
            if (!session.LastCommandSucceeded()) return Ending.Failed;
        }

        return Ending.Finished;
    }
}
