using System.Text;

namespace Paperspace.Shell;

/// <summary>Starts the shell.</summary>
internal static class Program
{
    private const int UsageExitCode = 64;
    private const int FailureExitCode = 1;

    private static int Main(string[] args)
    {
        // The engine would otherwise report each imported module to its makers.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            var arguments = ShellArguments.Parse(args);
            if (arguments.Task is ShellTask.Help)
            {
                Console.Out.Write(HelpText.Text);
                return 0;
            }

            using var shell = new ShellApplication(ModuleFolder.FindManifest());
            return shell.Run(arguments);
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return UsageExitCode;
        }
        catch (FileNotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return FailureExitCode;
        }
    }
}
