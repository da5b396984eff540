namespace Paperspace.Shell;

/// <summary>What the shell is started for.</summary>
internal enum ShellTask
{
    /// <summary>To show the main job against the simulator, and then prompt.</summary>
    Tour,

    /// <summary>To prompt.</summary>
    Prompt,

    /// <summary>To run a script that is given as text.</summary>
    Command,

    /// <summary>To run a script file.</summary>
    File,

    /// <summary>To tell how the shell is used.</summary>
    Help,
}
