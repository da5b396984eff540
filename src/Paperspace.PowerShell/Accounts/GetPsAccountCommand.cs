using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Paperspace.PowerShell;

/// <summary>Shows the connected accounts, or the one that the environment names.</summary>
[Cmdlet(VerbsCommon.Get, "PsAccount")]
[OutputType(typeof(PaperspaceAccount), typeof(AccountDiagnostic))]
public sealed class GetPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>Gets or sets the names, with wildcards, or the accounts; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [AccountIdentityTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity[]? Name { get; set; }

    /// <summary>Emits what a bug report needs: versions, host, and the last request; never the key.</summary>
    [Parameter]
    public SwitchParameter Diagnostic { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var registry = AccountRegistry.Current;
        if (Name is not null)
        {
            foreach (var identity in Name) Write(identity, registry);
            return Task.CompletedTask;
        }

        try
        {
            foreach (var account in Find(registry)) Write(account);
        }
        catch (PaperspaceException failure) when (Diagnostic)
        {
            WriteObject(Diagnose(null, failure));
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.ApiKeyMissing)
        {
            WriteWarning(failure.Message);
        }

        return Task.CompletedTask;
    }

    private void Write(AccountIdentity identity, AccountRegistry registry)
    {
        try
        {
            foreach (var account in registry.FindAll(identity, nameof(Name))) Write(account);
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, identity);
        }
    }

    private void Write(PaperspaceAccount account) => WriteObject(Diagnostic ? Diagnose(account, null) : account);

    private IReadOnlyCollection<PaperspaceAccount> Find(AccountRegistry registry)
    {
        if (Diagnostic && registry.Default is { } used) return [used];
        return registry.All.Count > 0 ? [.. registry.All] : [registry.GetDefault()];
    }

    private AccountDiagnostic Diagnose(PaperspaceAccount? account, PaperspaceException? failure)
    {
        var assembly = typeof(GetPsAccountCommand).Assembly;
        var engine = (Hashtable)InvokeEngine(() => SessionState.PSVariable.GetValue("PSVersionTable"));
        return new AccountDiagnostic
        {
            ModuleVersion = assembly.GetName().Version?.ToString(3),
            ModuleFramework = assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName,
            Engine = $"{engine["PSEdition"]} {engine["PSVersion"]}",
            HostProgram = InvokeEngine(() => $"{Host.Name} {Host.Version}"),
            Framework = RuntimeInformation.FrameworkDescription,
            OperatingSystem = $"{RuntimeInformation.OSDescription.Trim()} {RuntimeInformation.ProcessArchitecture}",
            Account = account?.Name,
            AccountError = failure?.Message,
            ApiHost = account?.BaseUri.GetLeftPart(UriPartial.Path).TrimEnd('/'),
            ApiVersion = account?.ApiVersion,
            Team = account?.Team,
            User = account?.User,
            KeySource = account?.KeySource,
            IsSimulated = account?.IsSimulated == true,
            LastRequest = account?.LastRequest is { } last ? $"{last.Method} {last.PathAndQuery}" : null,
            LastStatus = account?.LastRequest?.Status?.ToString(CultureInfo.InvariantCulture) ?? account?.LastRequest?.Failure,
            LastElapsedMilliseconds = account?.LastRequest?.Elapsed.TotalMilliseconds,
            LastEndedAt = account?.LastRequest?.EndedAt,
            UnreportedChanges = account?.UnreportedChanges ?? [],
        };
    }
}
