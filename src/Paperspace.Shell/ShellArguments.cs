namespace Paperspace.Shell;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Task">What to do.</param>
/// <param name="Text">The script, or the path of the script file.</param>
/// <param name="Rest">The arguments of the script file.</param>
internal sealed record ShellArguments(ShellTask Task, string Text, IReadOnlyList<string> Rest)
{
    private const string FromInput = "-";

    private ShellArguments(ShellTask task, string text = "")
        : this(task, text, [])
    {
    }

    /// <summary>Whether the script is to be read from standard input.</summary>
    public bool IsFromInput => Task is ShellTask.Command && Text == FromInput;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    public static ShellArguments Parse(string[] args)
    {
        if (args.Length == 0) return new ShellArguments(ShellTask.Tour);
        switch (NameOf(args[0]))
        {
            case "help" or "h" or "?":
                return new ShellArguments(ShellTask.Help);
            case "nodemo" when args.Length == 1:
                return new ShellArguments(ShellTask.Prompt);
            case "command" or "c" when args.Length > 1:
                return new ShellArguments(ShellTask.Command, string.Join(' ', args[1..]));
            case "file" or "f" when args.Length > 1:
                return new ShellArguments(ShellTask.File, args[1], args[2..]);
            case "command" or "c" or "file" or "f":
                throw new UsageException($"{args[0]} needs a value.");
            case "nodemo":
                throw new UsageException($"{args[1]} cannot be used with {args[0]}.");
            default:
                throw new UsageException($"{args[0]} is not an option of this shell.");
        }
    }

    private static string NameOf(string option) => option.StartsWith('-') ? option.TrimStart('-').ToLowerInvariant() : "";
}
