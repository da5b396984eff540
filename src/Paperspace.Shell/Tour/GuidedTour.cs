namespace Paperspace.Shell;

/// <summary>Shows the main job: each command as it would be typed, and what it gives.</summary>
internal sealed class GuidedTour(ShellSession session, Terminal terminal)
{
    /// <summary>Runs the commands until one fails.</summary>
    public Ending Run()
    {
        foreach (var command in MainJob.Commands)
        {
            terminal.Write(session.Prompt() + command + Environment.NewLine);
            var ending = session.Run(command);
            if (ending is not Ending.Finished) return ending;
            if (!session.LastCommandSucceeded()) return Ending.Failed;
        }

        return Ending.Finished;
    }
}
