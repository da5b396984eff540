namespace Paperspace.Shell;

/// <summary>How the shell is used.</summary>
internal static class HelpText
{
    /// <summary>The text.</summary>
    public const string Text =
        """
        Paperspace.Shell: PowerShell with the Paperspace module, for machines without pwsh.

          Paperspace.Shell                     show the main job against a simulated account, then prompt
          Paperspace.Shell -NoDemo             prompt
          Paperspace.Shell -Command TEXT       run the script; "-Command -" reads it from standard input
          Paperspace.Shell -File PATH [ARGS]   run the script file with its arguments
          Paperspace.Shell --help              show this

        With dotnet, everything after the first -- is for the shell:

          dotnet run --project src/Paperspace.Shell -- -Command 'Connect-PsAccount -Simulator; Get-PsMachine'

        Exit codes: N of "exit N"; 1 after a terminating error or a script that cannot be parsed, and for -Command
        when its last command failed; 64 for wrong options; 130 after Ctrl+C; else 0. Results go to standard output,
        everything else to standard error. Colours are for terminals, and never where NO_COLOR is set.

        At the prompt: Tab and Shift+Tab complete, Up and Down recall, Ctrl+C gives up a command or a line,
        Ctrl+L clears the screen, Ctrl+D or exit leaves.

        """;
}
