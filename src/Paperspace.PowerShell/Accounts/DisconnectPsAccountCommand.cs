using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Forgets an account that was connected in this session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PsAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>The account; without it, the default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Account")]
    [AccountIdentityTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var store = AccountRegistry.Current;
        if ((Name is null ? store.Default : Name.Resolve(store)) is { } account) store.Disconnect(account);
        return Task.CompletedTask;
    }
}
