using System.Collections.Concurrent;
using System.Management.Automation;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Creates machines (operation create), one for each name, where there is capacity.</summary>
[Cmdlet(VerbsCommon.New, "PsMachine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class NewPsMachineCommand : ResourceCreationCmdlet
{
    private const string Action = "Create machine";

    private readonly ResourceParameter<Template> _templates;
    private readonly ResourceParameter<Network> _networks;
    private readonly ResourceParameter<Script> _scripts;
    private readonly ResourceParameter<User> _users;
    private readonly HourlyPriceLimit _priceLimit = new();
    private readonly ConcurrentDictionary<string, bool> _created = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unknownPlaces = new(StringComparer.OrdinalIgnoreCase);
    private MachineGroup? _group;
    private MachineKeyScript? _keys;

    /// <summary>Creates the cmdlet.</summary>
    public NewPsMachineCommand()
    {
        _templates = new(this, TemplateDescriptor.Instance, nameof(Template));
        _networks = new(this, NetworkDescriptor.Instance, nameof(Network));
        _scripts = new(this, ScriptDescriptor.Instance, nameof(Script));
        _users = new(this, UserDescriptor.Instance, nameof(User));
    }

    /// <summary>Gets or sets the names; a machine is created for each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Gets or sets the pipeline input: names, rows whose columns are settings, machines whose settings are copied, or a template,
    /// network, script or user for the machine that -Name names.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the region: NY2, CA1, AMS1, or a full name such as East Coast (NY2); several as alternatives, the best
    /// first.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AlternativesTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>Gets or sets the machine type, such as P4000 or C5; several as alternatives, the best first.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AlternativesTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[] MachineType { get; set; } = [];

    /// <summary>Gets or sets the disk's size in GB.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StorageTotal")]
    [DiskSizeTransformation]
    [ArgumentCompleter(typeof(DiskSizeCompleter))]
    public int? Size { get; set; }

    /// <summary>Gets or sets how it is billed: hourly, unless it is to be monthly.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BillingTypeCompleter))]
    public string? BillingType { get; set; }

    /// <summary>Gets or sets the template to create it from: its label, name or id, or the template itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(TemplateDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Template, TemplateDescriptor>))]
    public ResourceIdentity<Template>? Template { get; set; }

    /// <summary>Gets or sets the id of the template to create it from, sent as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ResourceId(typeof(TemplateDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Template, TemplateDescriptor>))]
    public string? TemplateId { get; set; }

    /// <summary>Gets or sets the team it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? TeamId { get; set; }

    /// <summary>Assigns a static public IP address. Not with -DynamicPublicIp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter AssignPublicIp { get; set; }

    /// <summary>Assigns a public IP address at each start and releases it at each stop. Not with -AssignPublicIp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter DynamicPublicIp { get; set; }

    /// <summary>Gets or sets whether to start it once it is created; the API's default is $true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? StartOnCreate { get; set; }

    /// <summary>Gets or sets the private network to put it on: its name or id, or the network itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(NetworkDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>? Network { get; set; }

    /// <summary>Gets or sets the id of the private network to put it on, sent as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ResourceId(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets the script to run when it starts: its name or id, or the script itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(ScriptDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>? Script { get; set; }

    /// <summary>Gets or sets the id of the script to run when it starts, sent as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ResourceId(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Script, ScriptDescriptor>))]
    public string? ScriptId { get; set; }

    /// <summary>Gets or sets the existing user it is for: the e-mail address, name or id, or the user. Not with -Email, -Password,
    /// -FirstName and -LastName.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(UserDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<User, UserDescriptor>))]
    public ResourceIdentity<User>? User { get; set; }

    /// <summary>Gets or sets the id of the existing user it is for, sent as it is. Not with -Email, -Password, -FirstName and
    /// -LastName.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ResourceId(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<User, UserDescriptor>))]
    public string? UserId { get; set; }

    /// <summary>Gets or sets the e-mail address of a new user to create for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Email { get; set; }

    /// <summary>Gets or sets the new user's password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecureStringTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? Password { get; set; }

    /// <summary>Gets or sets the new user's first name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the new user's last name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? LastName { get; set; }

    /// <summary>Gets or sets where to send a note when it is ready.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? NotificationEmail { get; set; }

    /// <summary>Takes a snapshot at the first boot.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter TakeInitialSnapshot { get; set; }

    /// <summary>Makes that snapshot what the machine is restored to; needs -TakeInitialSnapshot and -RestorePointFrequency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter MarkSnapshotAsRestorePoint { get; set; }

    /// <summary>Gets or sets when it is restored; only shutdown is known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RestorePointFrequencyCompleter))]
    public string? RestorePointFrequency { get; set; }

    /// <summary>Enables NVLink on types that have it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter EnableNvlink { get; set; }

    /// <summary>Gets or sets the users who get access to it, beside -UserId (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccessorIds")]
    [ResourceId(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<User, UserDescriptor>))]
    public string[]? AccessorId { get; set; }

    /// <summary>Gets or sets whether its password is sent by e-mail (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? EmailPassword { get; set; }

    /// <summary>Gets or sets the hours after which it is shut down (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Gets or sets whether the shutdown timeout holds even with a client connected (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>Gets or sets whether snapshots are taken by themselves (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Gets or sets how often snapshots are taken: hour, day, week or month (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public string? AutoSnapshotFrequency { get; set; }

    /// <summary>Gets or sets how many automatic snapshots are kept (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Gets or sets the public SSH keys of the user of the machine: files such as <c>~/.ssh/id_ed25519.pub</c>, or the keys
    /// themselves. Implies -Wait; not with a script.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] SshPublicKey { get; set; } = [];

    /// <summary>Gets or sets for how long to try again where there is no capacity; a number means seconds, and 2h is taken too. One round
    /// of tries without it.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? CapacityTimeout { get; set; }

    /// <summary>Gets or sets how many machines are to become ready at the least; those that do not are reported as warnings then.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Minimum { get; set; }

    /// <summary>Removes what was created where fewer machines become ready than -Minimum says, or without it, than were asked
    /// for.</summary>
    [Parameter]
    public SwitchParameter AllOrNothing { get; set; }

    /// <summary>Gets or sets the highest list price of an hour, in US dollars: dearer machine types are not requested.</summary>
    [Parameter]
    [NumberTransformation(AllowsFraction = true, IsRequired = true)]
    [ValidateRange(0, double.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public decimal? MaxHourlyPrice { get; set; }

    private IReadOnlyCollection<string> CreatedIds => [.. _created.Keys, .. _group?.CreatedIds ?? []];

    private bool HasGoal => Minimum is not null || AllOrNothing;

    private bool SeeksCapacity => CapacityTimeout is not null || HasGoal || MachineType.Length > 1 || Region.Length > 1;

    /// <inheritdoc/>
    private protected override bool Waits => base.Waits || SeeksCapacity;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (SshPublicKey.Length > 0)
        {
            _keys = new MachineKeyScript(this, SshPublicKey.SelectMany(key => SshKey.Read(key, FindKeyFile)));
            // The script is deleted when the machines have run it.
            Wait = true;
        }

        return base.BeginAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        AskForTemplate();
        if (!CanCopy()) return;
        foreach (var name in Name) await CreateAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_group is not null)
        {
            _group.Validate();
            await _group.RunAsync(IsSequential, cancellationToken);
            await _group.ConcludeAsync(cancellationToken);
        }

        await base.EndAsync(cancellationToken);
        if (_keys is not null) await _keys.DeleteAsync(CreatedIds, cancellationToken);
    }

    /// <inheritdoc/>
    private protected override Task ConcludeInterruptionAsync(IReadOnlyList<PendingChange> unreported) =>
        _keys?.EndEarlyAsync(
            [.. unreported.Where(change => change.Action == Action && change.Outcome != ChangeOutcome.Refused)], CreatedIds)
            ?? Task.CompletedTask;

    private async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        MachineCreateOptions options;
        IReadOnlyList<PlacementOption> alternatives;
        var related = new List<ResourceIdentity>();
        try
        {
            alternatives = PlacementOption.Combine(MachineType, Region);
            if (MaxHourlyPrice is { } limit) alternatives = _priceLimit.Apply(this, alternatives, limit);
            options = await CreateOptionsAsync(name, alternatives, related, cancellationToken);
        }
        catch (PaperspaceException broken) when (!IsSameForAll(broken))
        {
            WriteFailure(broken, name);
            return;
        }

        if (IsPreviewed) await WarnOfUnknownPlacesAsync(cancellationToken);
        if (!_names.Add(name)) WriteWarning($"Several machines are created with the name '{TerminalText.Sanitize(name)}'.");
        if (!ShouldProcess(Describe(options, alternatives, related), Action)) return;
        if (_keys is not null) options.ScriptId = await _keys.GetIdAsync(Client, cancellationToken);
        if (SeeksCapacity)
        {
            _group ??= new MachineGroup(this, Minimum, AllOrNothing, CapacityTimeout, Timeout);
            _group.Add(new MachineProvisioner(name, options, alternatives));
            // The number to reach is known once all names are.
            if (IsSequential && !HasGoal) await _group.RunAsync(IsSequential, cancellationToken);
            return;
        }

        options = options.For(alternatives[0].MachineType, alternatives[0].Region);
        var mayBeName = Template is { IsId: false } template && template.Id == options.TemplateId;
        await SubmitChangeAsync(
            Action,
            (sender, change, token) => CreateAsync(sender, options, mayBeName, change, token),
            name,
            name,
            (operation, change) => Complete(operation, created => MachineDescriptor.Instance.Identify(created.Machine!), change),
            cancellationToken);
    }

    private async Task<MachineCreateOptions> CreateOptionsAsync(
        string name, IReadOnlyList<PlacementOption> alternatives, List<ResourceIdentity> related, CancellationToken cancellationToken)
    {
        var takesRow = !TakePiped();
        var isCopy = PipedResource.Find(InputObject)?.Is<Machine>() == true;
        var skipped = new List<string> { nameof(Name), nameof(Region), nameof(MachineType) };
        if (isCopy) skipped.AddRange(await FindNotCopiedAsync(cancellationToken));
        while (true)
        {
            related.Clear();
            var options = OptionBinder.Fill(new MachineCreateOptions(), this, takesRow, [.. skipped]);
            options.Name = name;
            await FindRelatedAsync(options, alternatives, related, takesRow, cancellationToken);
            if (_keys is not null) MachineKeyScript.Validate(options);
            try
            {
                foreach (var alternative in alternatives) Client.Machines.Validate(options.For(alternative.MachineType, alternative.Region));
                return options;
            }
            catch (PaperspaceException lacking) when (isCopy && lacking.Reason == PaperspaceErrorReason.NotSupported)
            {
                // A machine has settings that the API does not take when one is created.
                var copied = lacking.Parameters.Where(parameter => !IsGiven(parameter) && !skipped.Contains(parameter)).ToArray();
                if (copied.Length == 0) throw;
                skipped.AddRange(copied);
            }
        }
    }

    /// <summary>Returns the settings of a piped machine that a copy does not get: its user and team, which are those of the account, and the
    /// default network, which cannot be chosen.</summary>
    private async Task<IEnumerable<string>> FindNotCopiedAsync(CancellationToken cancellationToken)
    {
        string[] skipped = [.. new[] { nameof(UserId), nameof(TeamId), nameof(NetworkId) }.Where(parameter => !IsGiven(parameter))];
        if (string.IsNullOrEmpty(NetworkId) || !skipped.Contains(nameof(NetworkId))) return skipped;
        var networks = await _networks.ListAsync(Client, cancellationToken);
        return networks.Any(network => network.Id == NetworkId) ? skipped.Where(parameter => parameter != nameof(NetworkId)) : skipped;
    }

    /// <summary>Asks for the template at a prompt, as the engine asks for the mandatory parameters.</summary>
    private void AskForTemplate()
    {
        if (MyInvocation.ExpectingInput || InputObject is not null || IsBound(nameof(Template)) || IsBound(nameof(TemplateId))) return;
        if (Prompt(nameof(Template)) is { Length: > 0 } text)
            Template = (ResourceIdentity<Template>)TemplateDescriptor.Instance.FromString(text);
    }

    /// <summary>Checks that the copy of a piped machine has a template. Neither API returns the template of a machine.</summary>
    /// <returns>Whether it has; an error has been written otherwise.</returns>
    private bool CanCopy()
    {
        if (
            PipedResource.Find(InputObject)?.Is<Machine>() != true
            || IsGiven(nameof(Template))
            || IsGiven(nameof(TemplateId))
            || Template is not null
            || !string.IsNullOrWhiteSpace(TemplateId))
            return true;
        var machine = ResourceAttribute.Find(MachineDescriptor.Instance, InputObject!)!;
        var name = DisplayValue.ToText(InputObject!.Properties[nameof(Machine.Name)]?.Value);
        var os = DisplayValue.ToText(InputObject.Properties[nameof(Machine.Os)]?.Value);
        WriteFailure(
            PaperspaceException.InvalidRequest(
                $"The API does not return which template machine {machine.Id}{(name is null ? "" : $" ({TerminalText.Sanitize(name)})")} was "
                    + "created from. Specify -Template"
                    + (os is null ? "." : $"; the machine's operating system is '{TerminalText.Sanitize(os)}'."),
                nameof(Template)),
            machine.Target);
        return false;
    }

    private async Task<Operation> CreateAsync(
        IPaperspaceClient client,
        MachineCreateOptions options,
        bool mayBeName,
        PendingChange change,
        CancellationToken cancellationToken)
    {
        try
        {
            var operation = await change
                .SendAsync(client.Now, () => SendCreateAsync(client, options, mayBeName, cancellationToken), created => created.ResourceId)
                .ConfigureAwait(false);
            _created[operation.ResourceId] = true;
            change.Expect(operation);
            return operation;
        }
        catch (PaperspaceException failure) when (CreatedMachineSearch.IsNeeded(failure))
        {
            var found = await CreatedMachineSearch
                .FindAsync(client, options, failure, change.SentAt!.Value, _created.ContainsKey, cancellationToken)
                .ConfigureAwait(false);
            if (found.Count == 1) change.Identify(found[0].Id);
            throw CreatedMachineSearch.Describe(failure, found);
        }
    }

    /// <summary>Sends the request; if the API does not know the id of a template that may be a name, with the template of this
    /// name.</summary>
    private async Task<Operation> SendCreateAsync(
        IPaperspaceClient client, MachineCreateOptions options, bool mayBeName, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Machines.CreateAsync(options, WaitUntil, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException unknown)
            when (mayBeName && unknown.Reason == PaperspaceErrorReason.TemplateNotFound)
        {
            var named = await _templates.FindNamedAsync(client, options.TemplateId!, unknown, cancellationToken).ConfigureAwait(false);
            options.TemplateId = named.Id;
            return await client.Machines.CreateAsync(options, WaitUntil, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException refusal)
        {
            throw PlacementHint.Add(refusal, options.MachineType, options.Region);
        }
    }

    /// <summary>Warns of machine types and regions that neither the module nor the account's templates know.</summary>
    private async Task WarnOfUnknownPlacesAsync(CancellationToken cancellationToken)
    {
        foreach (var region in Region)
            if (PlacementHint.DescribeRegion(region) is { } unknown && _unknownPlaces.Add(region))
                WriteWarning(unknown);
        foreach (var machineType in MachineType)
            if (
                PlacementHint.DescribeType(machineType) is { } unknown
                && _unknownPlaces.Add(machineType)
                && !await IsOfferedAsync(machineType, cancellationToken))
                WriteWarning(unknown);
    }

    private async Task<bool> IsOfferedAsync(string machineType, CancellationToken cancellationToken)
    {
        try
        {
            var templates = await _templates.ListAsync(Client, cancellationToken);
            return templates
                .SelectMany(template => template.AvailableMachineTypes ?? [])
                .Any(type => type.MachineType.EqualsIgnoreCase(machineType.Trim()));
        }
        catch (PaperspaceException)
        {
            // The warning does not depend on the templates.
            return false;
        }
    }

    private static string Describe(
        MachineCreateOptions options,
        IReadOnlyList<PlacementOption> alternatives,
        List<ResourceIdentity> related)
    {
        var billing = options.BillingType ?? BillingTypes.Hourly;
        var kind = alternatives.Count == 1
            ? FormattableString.Invariant($"{alternatives[0].MachineType}, {options.Size} GB, {alternatives[0].Region}, {billing}")
            : FormattableString.Invariant($"{options.Size} GB, {billing}; the first available of {string.Join(", ", alternatives)}");
        return $"{options.Name} ({kind}; {MachinePriceText.Describe(options, alternatives)})" + string.Concat(related.Select(item => $", {item}"));
    }

    /// <summary>Returns whether a failure is told once: what no name or several have on the command line.</summary>
    private bool IsSameForAll(PaperspaceException failure) =>
        failure.Reason
            is PaperspaceErrorReason.ResourceNotFound or PaperspaceErrorReason.AmbiguousName or PaperspaceErrorReason.PriceLimitExceeded
        && failure.Parameters.Any(IsGiven);

    /// <summary>Takes a resource of the pipeline for the parameter of its kind.</summary>
    /// <returns>Whether one was piped, whose properties are its own and no settings of a machine.</returns>
    /// <exception cref="PaperspaceException">The parameter was given beside it, the machine has no name, or there is no such
    /// parameter.</exception>
    private bool TakePiped()
    {
        if (PipedResource.Find(InputObject) is not { } piped || piped.Is<Machine>()) return false;
        piped.RequireOwnName(this, nameof(Name));
        Template = piped.Take(this, Template, nameof(Template), TemplateDescriptor.Instance);
        Network = piped.Take(this, Network, nameof(Network), NetworkDescriptor.Instance);
        Script = piped.Take(this, Script, nameof(Script), ScriptDescriptor.Instance);
        User = piped.Take(this, User, nameof(User), UserDescriptor.Instance);
        piped.RequireTaken("a name, a row, a machine, a template, a network, a script or a user");
        return true;
    }

    /// <summary>Checks that a resource whose region is known is in the region of the machine.</summary>
    private static void RequireRegion(
        string parameter, ResourceIdentity related, string? region, IReadOnlyList<PlacementOption> places)
    {
        if (string.IsNullOrWhiteSpace(region)) return;
        var full = Regions.FullName(region!);
        if (places.FirstOrDefault(place => !string.Equals(place.Region, full, StringComparison.OrdinalIgnoreCase)) is not { } other) return;
        throw PaperspaceException.InvalidRequest(
            $"The {parameter.ToLowerInvariant()} {related} is in {full}, and cannot be used in {other.Region}. Use -Region "
                + $"{Regions.ShortName(full)}, or a {parameter.ToLowerInvariant()} of the machine's region.",
            parameter,
            nameof(Region));
    }

    private string FindKeyFile(string path) => InvokeEngine(() => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));

    private async Task FindRelatedAsync(
        MachineCreateOptions options,
        IReadOnlyList<PlacementOption> places,
        List<ResourceIdentity> related,
        bool takesRow,
        CancellationToken cancellationToken)
    {
        // A search for capacity, -WhatIf and a question need the template itself.
        var sendsIds = !SeeksCapacity && !IsPreviewed;
        if (await _templates.FindAsync(Client, Template, takesRow, cancellationToken, sendsIds) is { } template)
        {
            RequireRegion(nameof(Template), template, template.Resource?.Region, places);
            options.TemplateId = template.Id;
            related.Add(template);
        }

        if (await _networks.FindAsync(Client, Network, takesRow, cancellationToken) is { } network)
        {
            RequireRegion(nameof(Network), network, network.Resource?.Region, places);
            options.NetworkId = network.Id;
            related.Add(network);
        }

        if (await _scripts.FindAsync(Client, Script, takesRow, cancellationToken) is { } script)
        {
            options.ScriptId = script.Id;
            related.Add(script);
        }

        if (await _users.FindAsync(Client, User, takesRow, cancellationToken) is { } user)
        {
            options.UserId = user.Id;
            related.Add(user);
        }

        if (!options.IsSet(nameof(TemplateId)))
            throw PaperspaceException.InvalidRequest(
                "A template is missing. Specify -Template or -TemplateId; Get-PsTemplate lists the templates.",
                nameof(Template));
    }
}
