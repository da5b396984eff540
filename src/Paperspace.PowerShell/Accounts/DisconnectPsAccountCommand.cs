using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Forgets an account that was connected in this session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PsAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>Gets or sets the account; without it, the default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Account")]
    [AccountIdentityTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var registry = AccountRegistry.Current;
        try
        {
            if (Find(registry) is { } account) registry.Disconnect(account);
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, Name);
        }

        return Task.CompletedTask;
    }

    private PaperspaceAccount? Find(AccountRegistry registry)
    {
        if (Name is not null) return Name.Account ?? Name.Resolve(registry, nameof(Name));
        return registry.Default is null && registry.All.Count > 0 ? registry.GetDefault() : registry.Default;
    }
}
