using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the users of the team.</summary>
[Cmdlet(VerbsCommon.Get, "PsUser")]
[OutputType(typeof(User))]
public sealed class GetPsUserCommand : GetResourceCmdlet<User>
{
    private NameMatcher? _emails;

    /// <summary>Gets or sets the names, e-mail addresses or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("user's name")]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the e-mail addresses, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [NameTransformation("e-mail address")]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public string[]? Email { get; set; }

    /// <summary>Gets or sets the users to read: ids, e-mail addresses, users, or objects with an Id or UserId property.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "InputObject")]
    [Resource(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<User> Descriptor => UserDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<User>>? Identities => Id;

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        foreach (var address in _emails?.Unmatched ?? [])
            WriteFailure(
                new PaperspaceException(
                    PaperspaceErrorReason.ResourceNotFound,
                    $"No user has the e-mail address '{address}'. Get-PsUser lists them."),
                address);
    }

    /// <inheritdoc/>
    protected override bool Matches(User resource) => Email is null || (_emails ??= new NameMatcher(Email)).Matches(resource.Email);
}
