using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Changes settings of machines (operation update). Only what is given is changed.</summary>
[Cmdlet(VerbsCommon.Set, "PsMachine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class SetPsMachineCommand : MachineActionCmdlet
{
    private MachineUpdateOptions? _options;

    /// <summary>The new name.</summary>
    [Parameter]
    [Alias("MachineName")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Hours without a login after which the machine is shut down.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ShutdownTimeoutInHours { get; set; }

    /// <summary>Whether the shutdown timeout holds even with a client connected.</summary>
    [Parameter]
    public bool ShutdownTimeoutForces { get; set; }

    /// <summary>How often snapshots are taken: hour, day, week or month; $null for not at all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public NullableText? AutoSnapshotFrequency { get; set; }

    /// <summary>How many automatic snapshots are kept.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AutoSnapshotSaveCount { get; set; }

    /// <summary>Whether snapshots are taken by themselves.</summary>
    [Parameter]
    public bool PerformAutoSnapshot { get; set; }

    /// <summary>Whether a public IP address is assigned at each start and released at each stop.</summary>
    [Parameter]
    public bool DynamicPublicIp { get; set; }

    /// <summary>Whether to assign a static public IP address.</summary>
    [Parameter]
    public bool AssignPublicIp { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => $"Set {string.Join(", ", (_options?.Values.Keys ?? []).OrderBy(name => name, StringComparer.Ordinal))}";

    /// <inheritdoc/>
    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        _options = OptionBinder.Fill(new MachineUpdateOptions(), this);
        Client.Machines.Validate(_options);
    }

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        await client.Machines.UpdateAsync(target.Id, _options!, WaitUntil, cancellationToken).ConfigureAwait(false);
}
