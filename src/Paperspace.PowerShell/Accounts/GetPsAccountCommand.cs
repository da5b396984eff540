using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Shows the connected accounts, or the one that the environment gives.</summary>
[Cmdlet(VerbsCommon.Get, "PsAccount")]
[OutputType(typeof(PaperspaceAccount))]
public sealed class GetPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>The name it was connected by; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var store = AccountStore.Current;
        if (Name is not null) WriteObject(Name.Resolve(store));
        else if (store.All.Count > 0) WriteObject(store.All, enumerateCollection: true);
        else WriteObject(store.FromEnvironment(AccountSources.Find(null, null)));
        return Task.CompletedTask;
    }
}
