using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Changes settings of machines (operation update). Only what is given is changed.</summary>
[Cmdlet(VerbsCommon.Set, "PsMachine", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class SetPsMachineCommand : MachineTransitionCmdlet
{
    private readonly ResourceParameter<Network> _networks;
    private readonly ResourceParameter<Script> _scripts;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _renamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknownTypes = new(StringComparer.OrdinalIgnoreCase);
    private MachineUpdateOptions _options = new();

    /// <summary>Creates the cmdlet.</summary>
    public SetPsMachineCommand()
    {
        _networks = new(this, NetworkDescriptor.Instance, nameof(Network));
        _scripts = new(this, ScriptDescriptor.Instance, nameof(Script));
    }

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("MachineName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Gets or sets the hours after which the machine is shut down; $null for never.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Gets or sets whether the shutdown timeout holds even with a client connected.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>Gets or sets how often snapshots are taken: hour, day, week or month; $null for not at all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public NullableString? AutoSnapshotFrequency { get; set; }

    /// <summary>Gets or sets how many automatic snapshots are kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Gets or sets whether snapshots are taken by themselves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Gets or sets whether a public IP address is assigned at each start and released at each stop.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? DynamicPublicIp { get; set; }

    /// <summary>Gets or sets whether to assign a static public IP address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AssignPublicIp { get; set; }

    /// <summary>Gets or sets the machine type to change to. The machine has to be off, or -Wait to stop it and start it again.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the size in GB to enlarge the disk to; a disk never shrinks. The machine has to be off, as for
    /// -MachineType.</summary>
    [Parameter]
    [DiskSizeTransformation]
    [ArgumentCompleter(typeof(DiskSizeCompleter))]
    public int? Size { get; set; }

    /// <summary>Gets or sets the private network to move the machine to: its name or id, or the network itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(NetworkDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>? Network { get; set; }

    /// <summary>Gets or sets the id of the private network to move the machine to, sent as it is.</summary>
    [Parameter]
    [ResourceId(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets the script that the machine runs from its next start on: its name or id, or the script itself; $null for
    /// none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Resource(typeof(ScriptDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>? Script { get; set; }

    /// <summary>Gets or sets the id of the script that the machine runs from its next start on, sent as it is; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [ResourceId(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Script, ScriptDescriptor>))]
    public string? ScriptId { get; set; }

    /// <summary>Gets or sets whether the machine is restored to a snapshot.</summary>
    [Parameter]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? RestorePointEnabled { get; set; }

    /// <summary>Gets or sets when it is restored; only shutdown is known.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RestorePointFrequencyCompleter))]
    public string? RestorePointFrequency { get; set; }

    /// <summary>Gets or sets the snapshot it is restored to.</summary>
    [Parameter]
    [ResourceId(typeof(SnapshotDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Snapshot, SnapshotDescriptor>))]
    public string? RestorePointSnapshotId { get; set; }

    /// <inheritdoc/>
    private protected override bool IsUniform => false;

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    private protected override bool NeedsResource => _options.IsResize && Waits && ConfirmsHighImpact;

    /// <inheritdoc/>
    protected override string DescribeAction(Machine? resource) => ActionText + (resource switch
    {
        _ when !_options.IsResize => "",
        null => Waits ? " (a running machine is stopped for the change and started again)" : " (the machine must be off)",
        _ when IsOff(resource) => "",
        _ => Waits
            ? $" (the machine is {resource.State}: it is stopped for the change and started again)"
            : $" (not possible: it is {resource.State}; stop it first, or use -Wait to stop it and start it again)",
    });

    /// <inheritdoc/>
    private protected override bool ShouldContinue(ResourceIdentity<Machine> target) =>
        !NeedsResource
        || target.Resource is not { } machine
        || IsOff(machine)
        || ShouldContinue(
            $"Machine {MachineDescriptor.Instance.SummarizeState(machine)} is stopped for the change and started again. "
                + "Whatever runs on it is ended. Continue?",
            "Stop and start machine",
            "-Confirm:$false");

    /// <inheritdoc/>
    private protected override Task BeginActionAsync(
        ResourceIdentity<Machine> target, ResourceRequest send, CancellationToken cancellationToken)
    {
        if (_options.Name is { } name && _renamed.Add(target.Id) && !_names.Add(name))
            WriteWarning($"Several machines get the name '{TerminalText.Sanitize(name)}'.");
        return base.BeginActionAsync(target, send, cancellationToken);
    }

    private static bool IsOff(Machine machine) => machine.State.EqualsIgnoreCase(MachineStates.Off);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryFill(
        _options = new MachineUpdateOptions(),
        () =>
        {
            // A frequency has no effect on a machine whose snapshots are off.
            if (_options.AutoSnapshotFrequency is { Length: > 0 } && !_options.IsSet(nameof(PerformAutoSnapshot)))
                _options.PerformAutoSnapshot = true;
            // What the API lacks is told before anything is looked up.
            if (IsSetting(nameof(Network), Network) && !_options.IsSet(nameof(NetworkId))) _options.NetworkId = Network!.Id;
            if (!_options.IsSet(nameof(ScriptId)) && (IsSetting(nameof(Script), Script) || (Script is null && IsGiven(nameof(Script)))))
                _options.ScriptId = Script?.Id;
            Client.Machines.Validate(_options);
            if (IsPreviewed && MachineType is { } type && PlacementHint.DescribeType(type) is { } unknown && _unknownTypes.Add(type))
                WriteWarning(unknown);
        });

    /// <inheritdoc/>
    protected override async Task<bool> PrepareRecordAsync(CancellationToken cancellationToken)
    {
        if (!PrepareRecord()) return false;
        try
        {
            if (
                IsSetting(nameof(Network), Network)
                && await _networks.FindAsync(Client, Network, TakesRow, cancellationToken) is { } network)
                _options.NetworkId = network.Id;
            if (IsSetting(nameof(Script), Script) && await _scripts.FindAsync(Client, Script, TakesRow, cancellationToken) is { } script)
                _options.ScriptId = script.Id;
            return true;
        }
        catch (PaperspaceException unknown) when (!unknown.Parameters.Any(IsGiven))
        {
            foreach (var machine in Targets) WriteFailure(unknown, machine.Target);
            return false;
        }
    }

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return async (client, id, token) =>
        {
            try
            {
                return await client.Machines.UpdateAsync(id, options, WaitUntil, token).ConfigureAwait(false);
            }
            catch (PaperspaceException running)
                when (!Waits
                    && running.Reason == PaperspaceErrorReason.InvalidRequest
                    && running.Parameters.Contains(nameof(MachineType)))
            {
                throw running.WithMessage($"{running.Message} Use -Wait for that.");
            }
            catch (PaperspaceException refusal) when (options.MachineType is not null)
            {
                throw PlacementHint.Add(refusal, options.MachineType);
            }
        };
    }

    /// <summary>Returns whether a parameter names something that is to be set: one that a machine of the pipeline has bound does
    /// not.</summary>
    /// <exception cref="PaperspaceException">It was given what names nothing.</exception>
    private bool IsSetting<TResource>(string parameter, ResourceIdentity<TResource>? given)
        where TResource : class
    {
        if (given is null || !(TakesRow || IsGiven(parameter))) return false;
        return given.Failure is not { } failure || (!IsGiven(parameter) && given.Id.Length == 0 ? false : throw failure);
    }
}
