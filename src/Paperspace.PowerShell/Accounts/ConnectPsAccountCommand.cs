using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Connects an account for this session: sends nothing, and keeps the key in memory only.</summary>
[Cmdlet(VerbsCommunications.Connect, "PsAccount", DefaultParameterSetName = "Key")]
[OutputType(typeof(PaperspaceAccount))]
public sealed class ConnectPsAccountCommand : PaperspaceCmdlet
{
    /// <summary>Gets or sets the key. Without it the environment variable and the configuration file are looked at.</summary>
    [Parameter(ParameterSetName = "Key")]
    [ApiKeyTransformation]
    public ApiKey? ApiKey { get; set; }

    /// <summary>Gets or sets the name of a secret that holds the key, read with Get-Secret of
    /// Microsoft.PowerShell.SecretManagement.</summary>
    [Parameter(ParameterSetName = "Secret", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string SecretName { get; set; } = "";

    /// <summary>Gets or sets the vault of the secret; the default vault without it.</summary>
    [Parameter(ParameterSetName = "Secret")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Vault { get; set; }

    /// <summary>Gets or sets the namespace of the team whose key to take from the file of the V1 API's client.</summary>
    [Parameter(ParameterSetName = "Team", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public string? Team { get; set; }

    /// <summary>Gets or sets the name to call the account by.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = "default";

    /// <summary>Gets or sets the host of the API.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [ValidateNotNullOrEmpty]
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets the proxy; without it, the one that the system is set to.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [ValidateNotNullOrEmpty]
    public Uri? Proxy { get; set; }

    /// <summary>Gets or sets the user and password for the proxy.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [Credential]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Sends the proxy the credentials of this computer's user.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Gets or sets how long connecting may take; a number means seconds.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Gets or sets how long a request may take with its whole response; a number means seconds.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Gets or sets how often a request that can be repeated safely is tried again.</summary>
    [Parameter(ParameterSetName = "Key")]
    [Parameter(ParameterSetName = "Secret")]
    [Parameter(ParameterSetName = "Team")]
    [NumberTransformation]
    [ValidateRange(0, 20)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? MaximumRetryCount { get; set; }

    /// <summary>Connects to a simulated account in this process, without a key, a network or a cost.</summary>
    [Parameter(ParameterSetName = "Simulator", Mandatory = true)]
    public SwitchParameter Simulator { get; set; }

    /// <summary>Gets or sets how many times faster than in reality simulated machines start and stop.</summary>
    [Parameter(ParameterSetName = "Simulator")]
    [NumberTransformation(AllowsFraction = true, IsRequired = true)]
    [ValidateRange(0.01, 1000d)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double Speed { get; set; } = 1;

    /// <summary>Gets or sets how many machines the simulated account begins with.</summary>
    [Parameter(ParameterSetName = "Simulator")]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, 100_000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int MachineCount { get; set; } = 6;

    /// <summary>Gets or sets the machine types that a simulated account has in one of their regions for one minute in ten only.</summary>
    [Parameter(ParameterSetName = "Simulator")]
    [AlternativesTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[] ScarceMachineType { get; set; } = [];

    /// <summary>Gets or sets the API that the key is for. By default, the base address, the file that holds the key, or the API itself
    /// determines it; a simulated account is reached through V1.</summary>
    [Parameter]
    public PaperspaceApiVersion? ApiVersion { get; set; }

    /// <summary>Keeps the account that is the default now as the default.</summary>
    [Parameter]
    public SwitchParameter NotDefault { get; set; }

    /// <summary>Asks the API whether it takes the key, and connects only then.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>Emits the account.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var registry = AccountRegistry.Current;
        var account = Simulator
            ? AccountFactory.Simulate(Name, Speed, MachineCount, ScarceMachineType, ApiVersion ?? PaperspaceApiVersion.V1)
            : AccountFactory.Create(CreateSettings());
        if (Verify) await VerifyAsync(account, cancellationToken);
        registry.Connect(account, asDefault: !NotDefault);
        if (PassThru) WriteObject(account);
    }

    private async Task VerifyAsync(PaperspaceAccount account, CancellationToken cancellationToken)
    {
        using var reference = account.Open(CommandRequestLog.CreateFor(this));
        try
        {
            await reference.VerifyAsync(cancellationToken);
        }
        catch
        {
            account.Dispose();
            throw;
        }
    }

    private AccountSettings CreateSettings()
    {
        var settings = AccountResolver.Find(CreateRequest());
        return settings with
        {
            Options = settings.Options with
            {
                Proxy = Proxy,
                ProxyCredential = ProxyCredential?.GetNetworkCredential(),
                UsesDefaultProxyCredentials = ProxyUseDefaultCredentials,
                ConnectTimeout = ConnectTimeout ?? settings.Options.ConnectTimeout,
                RequestTimeout = RequestTimeout ?? settings.Options.RequestTimeout,
                MaximumRetryCount = MaximumRetryCount ?? settings.Options.MaximumRetryCount,
            },
        };
    }

    private AccountRequest CreateRequest()
    {
        var request = new AccountRequest { Name = Name, Key = ApiKey, Team = Team, BaseUri = BaseUri, ApiVersion = ApiVersion };
        return SecretName.Length == 0
            ? request
            : request with
            {
                Key = InvokeEngine(() => SecretManagementReader.ReadKey(InvokeCommand, SecretName, Vault)),
                KeySource = $"secret '{SecretName}'",
            };
    }
}
