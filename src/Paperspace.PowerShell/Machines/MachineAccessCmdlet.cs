using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that change a user's access to machines.</summary>
public abstract class MachineAccessCmdlet : ResourceActionCmdlet<Machine>
{
    private protected const string MachineAndUser = "MachineAndUser";
    private const string MachineAndUserId = "MachineAndUserId";
    private const string IdAndUser = "IdAndUser";
    private const string IdAndUserId = "IdAndUserId";

    private readonly ResourceParameter<User> _users;
    private ResourceIdentity<User>? _user;

    private protected MachineAccessCmdlet()
    {
        _users = new(this, UserDescriptor.Instance, nameof(User));
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineAndUser, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineAndUserId, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdAndUser, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = IdAndUserId, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets the user: an e-mail address, a name, an id, or a user.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = MachineAndUser, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = IdAndUser, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(UserDescriptor), IsSingle = true, IsStrict = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>? User { get; set; }

    /// <summary>Gets or sets the id of the user, which is sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MachineAndUserId)]
    [Parameter(Mandatory = true, ParameterSetName = IdAndUserId)]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<User, UserDescriptor>))]
    public string UserId { get; set; } = "";

    /// <summary>Gets the user for messages.</summary>
    private protected string UserText => _user?.ToString() ?? UserId;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Machine>> Targets => ParameterSetName is IdAndUser or IdAndUserId ? Id : Machine;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Machine> Descriptor => MachineDescriptor.Instance;

    /// <inheritdoc/>
    protected override async Task<bool> PrepareRecordAsync(CancellationToken cancellationToken)
    {
        if (UserId.IndexOf('@') >= 0)
            throw PaperspaceException.InvalidRequest($"'{UserId}' is an email address, not a user id. Use -User.", nameof(UserId));
        try
        {
            _user = await _users.FindAsync(Client, User, takesRow: false, cancellationToken);
            return PrepareRecord();
        }
        catch (PaperspaceException unknown) when (!IsGiven(nameof(User)))
        {
            WriteFailure(unknown, User?.Target);
            return false;
        }
    }

    /// <inheritdoc/>
    private protected sealed override ResourceRequest CreateRequest()
    {
        var userId = _user?.Id ?? UserId;
        return WithoutOperation((client, id, token) => ChangeAccessAsync(client, id, userId, token));
    }

    /// <summary>Sends the request for one machine.</summary>
    private protected abstract Task ChangeAccessAsync(
        IPaperspaceClient client,
        string machineId,
        string userId,
        CancellationToken cancellationToken);
}
