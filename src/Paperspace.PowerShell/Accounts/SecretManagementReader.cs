using System.Collections;
using System.Management.Automation;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Reads keys through Microsoft.PowerShell.SecretManagement, where it is there.</summary>
internal static class SecretManagementReader
{
    private const string Reader = "Get-Secret";

    /// <summary>Returns the key that a secret holds.</summary>
    /// <param name="commands">The session's commands.</param>
    /// <param name="name">The secret.</param>
    /// <param name="vault">Its vault; null for the default one.</param>
    /// <exception cref="PaperspaceException">SecretManagement is not there, or the secret holds no text.</exception>
    public static ApiKey ReadKey(CommandInvocationIntrinsics commands, string name, string? vault)
    {
        if (commands.GetCommand(Reader, CommandTypes.Cmdlet | CommandTypes.Function) is not { } command)
            throw PaperspaceException.InvalidRequest(
                "-SecretName requires the Get-Secret command, which was not found. Install the module Microsoft.PowerShell.SecretManagement "
                    + "and register a vault, or connect with -ApiKey.",
                "SecretName");
        var parameters = new Hashtable { ["Name"] = name };
        if (vault is not null) parameters["Vault"] = vault;
        var read = commands.InvokeScript(
            useLocalScope: true,
            ScriptBlock.Create("param($command, $parameters) & $command @parameters -ErrorAction Stop"),
            input: null,
            args: [command, parameters]);
        return read.FirstOrDefault()?.BaseObject switch
        {
            SecureString secret => new ApiKey(secret),
            string text => new ApiKey(text),
            PSCredential credential => new ApiKey(credential.Password),
            _ => throw PaperspaceException.InvalidRequest(
                $"The secret '{TerminalText.Sanitize(name)}' holds no text: store the API key as a text or a SecureString.", "SecretName"),
        };
    }
}
