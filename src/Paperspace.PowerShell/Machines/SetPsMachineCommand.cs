using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>Changes settings of machines (operation update). Only what is given is changed.</summary>
[Cmdlet(VerbsCommon.Set, "PsMachine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class SetPsMachineCommand : MachineActionCmdlet
{
    private readonly ConditionalWeakTable<MachineIdentity, MachineUpdateOptions> _requests = new();
    private MachineUpdateOptions _options = new();
    private IReadOnlyList<MachineIdentity> _targets = [];

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("MachineName")]
    public string? Name { get; set; }

    /// <summary>Hours after which the machine is shut down; $null for never.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [AllowNull]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Whether the shutdown timeout holds even with a client connected.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>How often snapshots are taken: hour, day, week or month; $null for not at all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public NullableText? AutoSnapshotFrequency { get; set; }

    /// <summary>How many automatic snapshots are kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Whether snapshots are taken by themselves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Whether a public IP address is assigned at each start and released at each stop.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? DynamicPublicIp { get; set; }

    /// <summary>Whether to assign a static public IP address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AssignPublicIp { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<MachineIdentity> Targets => _targets;

    /// <inheritdoc/>
    protected override string ActionText => $"Set {string.Join(", ", _options.Values.OrderBy(option => option.Key, StringComparer.Ordinal).Select(Describe))}";

    /// <inheritdoc/>
    protected override bool PrepareRecord()
    {
        try
        {
            // A row has settings in its columns; a machine has them too, but as they are, not as they are to be.
            _options = OptionBinder.Fill(new MachineUpdateOptions(), this, takesRow: Id.All(machine => machine.IsRow), nameof(Id));
            Client.Machines.Validate(_options);
        }
        catch (PaperspaceException broken) when (_options.Values.Keys.Any(option => !IsGiven(option)) || MyInvocation.ExpectingInput)
        {
            foreach (var machine in Id) WriteFailure(broken, machine.Target);
            return false;
        }

        // Each target is an object of its own, since its settings are kept with it until its request is sent.
        _targets = [.. Id.Select(machine => machine.Resource is { } resource ? new MachineIdentity(resource) : new MachineIdentity(machine.Id))];
        foreach (var target in _targets) _requests.Add(target, _options);
        return true;
    }

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken)
    {
        _requests.TryGetValue(target, out var options);
        return await client.Machines.UpdateAsync(target.Id, options!, WaitUntil, cancellationToken).ConfigureAwait(false);
    }

    private static string Describe(KeyValuePair<string, object?> option) => option.Value switch
    {
        null => $"{option.Key} to none",
        string text => $"{option.Key} to '{text}'",
        var value => FormattableString.Invariant($"{option.Key} to {value}"),
    };
}
