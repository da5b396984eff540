using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Finds the account that a command line which is being completed will use.</summary>
internal static class CompletionAccount
{
    private static readonly string[] OwnParameters =
    [
        nameof(AccountCmdlet.ApiKey),
        nameof(AccountCmdlet.BaseUri),
        nameof(AccountCmdlet.ApiVersion),
    ];
    private static readonly string[] Parameters = [nameof(AccountCmdlet.Account), .. OwnParameters];

    /// <summary>Returns the account; null where the line names one whose value is not known yet.</summary>
    /// <param name="line">The command on the line.</param>
    /// <param name="bound">Its parameters whose values are known.</param>
    /// <param name="isOwn">Whether the account was created for the line, so that the caller disposes it.</param>
    public static PaperspaceAccount? Find(CommandAst line, IDictionary bound, out bool isOwn)
    {
        isOwn = false;
        if (Parameters.Any(parameter => IsOnLine(line, parameter) && !bound.Contains(parameter))) return null;
        var registry = AccountRegistry.Current;
        if (bound.Contains(nameof(AccountCmdlet.Account)))
            return LanguagePrimitives
                .ConvertTo<AccountIdentity>(bound[nameof(AccountCmdlet.Account)])
                .Resolve(registry, nameof(AccountCmdlet.Account));
        if (!OwnParameters.Any(parameter => bound.Contains(parameter)))
            return registry.GetDefault();
        isOwn = true;
        var key = bound[nameof(AccountCmdlet.ApiKey)] is { } given ? LanguagePrimitives.ConvertTo<ApiKey>(given) : null;
        var uri = bound[nameof(AccountCmdlet.BaseUri)] is { } address ? LanguagePrimitives.ConvertTo<Uri>(address) : null;
        var version = bound[nameof(AccountCmdlet.ApiVersion)] is { } api ? LanguagePrimitives.ConvertTo<PaperspaceApiVersion?>(api) : null;
        return AccountFactory.Create(
            AccountResolver.Find(
                new AccountRequest
                {
                    Name = "completion",
                    Key = key,
                    BaseUri = uri,
                    ApiVersion = version,
                }));
    }

    private static bool IsOnLine(CommandAst line, string parameter) => line.CommandElements
        .OfType<CommandParameterAst>()
        .Any(element => string.Equals(element.ParameterName, parameter, StringComparison.OrdinalIgnoreCase));
}
