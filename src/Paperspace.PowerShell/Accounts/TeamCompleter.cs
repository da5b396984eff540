using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Paperspace.Client;

namespace Paperspace.PowerShell;

/// <summary>Completes the teams that the file of the V1 API's client has keys for.</summary>
public sealed class TeamCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            if (OfficialClientFiles.Find() is not { } files) return [];
            return CompletionResults
                .Create(
                    wordToComplete,
                    CredentialsFile.ReadKeys(files.Credentials)
                        .Keys.OrderBy(team => team, StringComparer.OrdinalIgnoreCase)
                        .Select(team => (team, $"{team}: {files.Credentials}")))
                .ToArray();
        }
        catch (PaperspaceException)
        {
            // Connecting says what is wrong with the file; completing it does not.
            return [];
        }
    }
}
