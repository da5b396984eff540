using System.Management.Automation.Runspaces;

namespace Paperspace.Shell;

/// <summary>The arguments of a script file, as the engine takes them.</summary>
internal static class ScriptArguments
{
    /// <summary>Tells names of parameters and values apart, as on a command line of the engine.</summary>
    public static IEnumerable<CommandParameter> Bind(IReadOnlyList<string> arguments)
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
