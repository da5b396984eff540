using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Forgets an account that was connected in this session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PsAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>Gets or sets the names, with wildcards, or the accounts; the default account by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Account")]
    [SupportsWildcards]
    [AccountIdentityTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity[]? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var registry = AccountRegistry.Current;
        if (Name is null)
        {
            var used = registry.Default is null && registry.All.Count > 0 ? registry.GetDefault() : registry.Default;
            if (used is not null) registry.Disconnect(used);
        }

        foreach (var identity in Name ?? [])
            try
            {
                foreach (var account in identity.Account is { } given ? [given] : registry.FindAll(identity, nameof(Name), isUsed: false))
                    registry.Disconnect(account);
            }
            catch (PaperspaceException failure)
            {
                WriteFailure(failure, identity);
            }

        return Task.CompletedTask;
    }
}
