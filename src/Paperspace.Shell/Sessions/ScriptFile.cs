using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Paperspace.Shell;

/// <summary>
/// A script file with its arguments. It runs as a function, because the engine takes an <c>exit</c> in a script file for the end of
/// that file only, and gives its code nowhere that a native command's code would not be too.
/// </summary>
internal static class ScriptFile
{
    /// <summary>Runs a script file.</summary>
    /// <param name="session">Where to run it.</param>
    /// <param name="path">The file.</param>
    /// <param name="arguments">Its arguments, as on a command line.</param>
    public static Ending Run(ShellSession session, string path, IReadOnlyList<string> arguments)
    {
        var fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath)) throw new UsageException($"There is no script file {path}.");
        var syntax = Parser.ParseFile(fullPath, out _, out var errors);
        if (errors.Length > 0)
        {
            session.Show(new ParseException(errors).ErrorRecord);
            return Ending.Failed;
        }

        var name = Path.GetFileName(fullPath);
        session.Define(name, syntax.GetScriptBlock());
        var command = new Command(name);
        foreach (var parameter in Parameters(arguments)) command.Parameters.Add(parameter);
        return session.Run(command);
    }

    private static IEnumerable<CommandParameter> Parameters(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!IsName(argument))
            {
                yield return new CommandParameter(null, argument);
                continue;
            }

            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) yield return new CommandParameter(argument[..colon], argument[(colon + 1)..]);
            else if (i + 1 < arguments.Count && !IsName(arguments[i + 1])) yield return new CommandParameter(argument, arguments[++i]);
            else yield return new CommandParameter(argument);
        }
    }

    private static bool IsName(string argument) => argument is ['-', var first, ..] && (char.IsLetter(first) || first is '_' or '?');
}
