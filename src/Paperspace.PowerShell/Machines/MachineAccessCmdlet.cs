using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that change a user's access to machines.</summary>
public abstract class MachineAccessCmdlet : ResourceActionCmdlet<Machine>
{
    private protected const string ByUserId = nameof(UserId);
    private protected const string ByUser = nameof(User);

    private readonly ResourceParameter<User> _users;
    private ResourceIdentity<User>? _user;

    private protected MachineAccessCmdlet()
    {
        _users = new(this, UserDescriptor.Instance, nameof(User));
    }

    /// <summary>Gets or sets the machines: ids, machines, or anything with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "Machine", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets the id of the user, sent as it is.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByUserId)]
    [ValidateNotNullOrEmpty]
    public string UserId { get; set; } = "";

    /// <summary>Gets or sets the user: the e-mail address, name or id, or the user as other cmdlets give it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByUser, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(UserDescriptor), IsSingle = true, IsStrict = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>? User { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Machine>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Machine> Descriptor => MachineDescriptor.Instance;

    /// <summary>Gets the user in words.</summary>
    private protected string UserText => _user?.ToString() ?? UserId;

    /// <inheritdoc/>
    protected override async Task<bool> PrepareRecordAsync(CancellationToken cancellationToken)
    {
        if (UserId.IndexOf('@') >= 0)
            throw PaperspaceException.InvalidRequest(
                $"'{UserId}' is an e-mail address and no id. -User looks addresses up.",
                nameof(UserId));
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
