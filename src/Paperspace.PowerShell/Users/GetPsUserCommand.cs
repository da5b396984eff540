using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the users of the team.</summary>
[Cmdlet(VerbsCommon.Get, "PsUser", DefaultParameterSetName = UserSet)]
[OutputType(typeof(User))]
public sealed class GetPsUserCommand : GetResourceCmdlet<User>
{
    private const string UserSet = "User";
    private const string IdSet = "Id";

    private NameMatcher? _emails;

    /// <summary>Gets or sets the users: ids, names, names with wildcards, or users.</summary>
    [Parameter(Position = 0, ParameterSetName = UserSet, ValueFromPipeline = true)]
    [Alias("Name", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>[]? User { get; set; }

    /// <summary>Gets or sets the ids of users.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId")]
    [Resource(typeof(UserDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>[]? Id { get; set; }

    /// <summary>Gets or sets the e-mail addresses, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [NameTransformation("e-mail address")]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public string[]? Email { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<User> Descriptor => UserDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<User>>? Targets => ParameterSetName == IdSet ? Id : User;

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        foreach (var address in _emails?.UnmatchedNames ?? [])
            WriteFailure(
                new PaperspaceException(
                    PaperspaceErrorReason.ResourceNotFound,
                    $"No user has the e-mail address '{address}'. Get-PsUser lists them."),
                address);
    }

    /// <inheritdoc/>
    protected override bool Matches(User resource) => Email is null || (_emails ??= new NameMatcher(Email)).Matches(resource.Email);
}
