using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Connects an account for this session: sends nothing, and keeps the key in memory only.</summary>
[Cmdlet(VerbsCommunications.Connect, "PsAccount", DefaultParameterSetName = "Key")]
[OutputType(typeof(PaperspaceAccount))]
public sealed class ConnectPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>The key. Without it the environment variable and the configuration file are looked at.</summary>
    [Parameter(ParameterSetName = "Key")]
    [ApiKeyTransformation]
    public ApiKey? ApiKey { get; set; }

    /// <summary>The name of a secret that holds the key, read with Get-Secret of Microsoft.PowerShell.SecretManagement.</summary>
    [Parameter(ParameterSetName = "Secret", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string SecretName { get; set; } = "";

    /// <summary>The vault of the secret; the default vault without it.</summary>
    [Parameter(ParameterSetName = "Secret")]
    [ValidateNotNullOrEmpty]
    public string? Vault { get; set; }

    /// <summary>The name to call the account by.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>The host of the API.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    public Uri? BaseUri { get; set; }

    /// <summary>How long connecting may take; a number means seconds.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Seconds]
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>How long a request may take with its whole answer; a number means seconds.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Seconds]
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>How often a request that can be repeated safely is tried again.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [ValidateRange(0, 20)]
    public int? MaximumRetryCount { get; set; }

    /// <summary>Connects to a simulated account in this process, without a key, a network or a cost.</summary>
    [Parameter(ParameterSetName = "Simulator", Mandatory = true)]
    public SwitchParameter Simulator { get; set; }

    /// <summary>How many times faster than in reality simulated machines start and stop.</summary>
    [Parameter(ParameterSetName = "Simulator")]
    [ValidateRange(0.01, 1000d)]
    public double Speed { get; set; } = 1;

    /// <summary>How many machines the simulated account begins with.</summary>
    [Parameter(ParameterSetName = "Simulator")]
    [ValidateRange(0, 1_000_000)]
    public int MachineCount { get; set; }

    /// <summary>The API that the key is for; without it, what the base address tells. A simulated account is reached through Core unless told otherwise.</summary>
    [Parameter]
    public PaperspaceApiVersion? ApiVersion { get; set; }

    /// <summary>Keeps the account that is the default now as the default.</summary>
    [Parameter]
    public SwitchParameter NotDefault { get; set; }

    /// <summary>Gives the account.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken cancellationToken)
    {
        var account = Simulator ? AccountFactory.Simulate(Name, Speed, MachineCount, ApiVersion ?? PaperspaceApiVersion.Core) : AccountFactory.Create(Settings());
        AccountRegistry.Current.Connect(account, asDefault: !NotDefault);
        if (PassThru) WriteObject(account);
        return Task.CompletedTask;
    }

    private AccountSettings Settings() => FindKey() with
    {
        ConnectTimeout = ConnectTimeout,
        RequestTimeout = RequestTimeout,
        MaximumRetryCount = MaximumRetryCount,
    };

    private AccountSettings FindKey() => SecretName.Length == 0
        ? AccountResolver.Find(ApiKey, BaseUri, ApiVersion, Name)
        : AccountResolver.Find(CallOut(() => SecretManagementReader.ReadKey(InvokeCommand, SecretName, Vault)), BaseUri, ApiVersion, Name) with { KeySource = $"secret '{SecretName}'" };
}
