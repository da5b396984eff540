using System.Management.Automation;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Creates machines (operation create), one for each name, where there is capacity.</summary>
[Cmdlet(VerbsCommon.New, "PsMachine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class NewPsMachineCommand : AccountCmdlet
{
    private const string Action = "Create machine";

    private readonly WaitQueue _waits = new();
    private MachineGroup? _group;

    /// <summary>A name to remember the machine by.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineName")]
    public string Name { get; set; } = "";

    /// <summary>The region: NY2, CA1, AMS1, or a full name such as East Coast (NY2); several as alternatives, the best first.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AlternativesTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>The machine type, such as P4000 or C5; several as alternatives, the best first.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AlternativesTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[] MachineType { get; set; } = [];

    /// <summary>The disk's size in GB.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [DiskSizeTransformation]
    public int? Size { get; set; }

    /// <summary>How it is billed: hourly, unless it is to be monthly.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BillingTypeCompleter))]
    public string? BillingType { get; set; }

    /// <summary>The id of the template to create it from.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TemplateIdCompleter))]
    public string TemplateId { get; set; } = "";

    /// <summary>The team it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TeamId { get; set; }

    /// <summary>Assigns a static public IP address. Not with -DynamicPublicIp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter AssignPublicIp { get; set; }

    /// <summary>Assigns a public IP address at each start and releases it at each stop. Not with -AssignPublicIp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter DynamicPublicIp { get; set; }

    /// <summary>Whether to start it once it is created; the API's default is $true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? StartOnCreate { get; set; }

    /// <summary>The private network to put it on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NetworkId { get; set; }

    /// <summary>The script to run when it starts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ScriptId { get; set; }

    /// <summary>The existing user it is for. Not with -Email, -Password, -FirstName and -LastName.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? UserId { get; set; }

    /// <summary>The e-mail address of a new user to create for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Email { get; set; }

    /// <summary>The new user's password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecureStringTransformation]
    public SecureString? Password { get; set; }

    /// <summary>The new user's first name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FirstName { get; set; }

    /// <summary>The new user's last name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LastName { get; set; }

    /// <summary>Where to send a note when it is ready.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NotificationEmail { get; set; }

    /// <summary>Takes a snapshot at the first boot.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter TakeInitialSnapshot { get; set; }

    /// <summary>Makes that snapshot what the machine is restored to; needs -TakeInitialSnapshot and -RestorePointFrequency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter MarkSnapshotAsRestorePoint { get; set; }

    /// <summary>When it is restored; only shutdown is known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RestorePointFrequencyCompleter))]
    public string? RestorePointFrequency { get; set; }

    /// <summary>Enables NVLink on types that have it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter EnableNvlink { get; set; }

    /// <summary>Waits until the machine is ready (off, with -StartOnCreate $false), and gives it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at the most; a number means seconds. 20 minutes without it.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>For how long to try again where there is no capacity; a number means seconds, and 2h is taken too. One round of tries without it.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? CapacityTimeout { get; set; }

    /// <summary>How many machines are to become ready at the least; those that do not are reported as warnings then.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Minimum { get; set; }

    /// <summary>Removes what was created where fewer machines become ready than -Minimum says, or without it, than were asked for.</summary>
    [Parameter]
    public SwitchParameter AllOrNothing { get; set; }

    private MachineGroupGoal Goal => new(Minimum, AllOrNothing);

    private bool SeeksCapacity => CapacityTimeout is not null || Goal.IsSet || MachineType.Length > 1 || Region.Length > 1;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!Wait && !SeeksCapacity && IsBound(nameof(Timeout))) WriteWarning(WaitQueue.UnusedTimeout);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        MachineCreateOptions options;
        var alternatives = MachineAlternative.Combine(MachineType, Region);
        try
        {
            options = OptionBinder.Fill(new MachineCreateOptions(), this, takesRow: true, nameof(Region), nameof(MachineType));
            foreach (var alternative in alternatives) Client.Machines.Validate(options.For(alternative.MachineType, alternative.Region));
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, Name);
            return;
        }

        if (!ShouldProcess(Describe(options, alternatives), Action)) return;
        if (SeeksCapacity)
        {
            _group ??= new MachineGroup(this, Goal, CapacityTimeout, Timeout);
            _group.Add(new MachineAcquisition(Name, options, alternatives));
            if (IsSequential) await _group.RunAsync(Client, cancellationToken);
            return;
        }

        options = options.For(alternatives[0].MachineType, alternatives[0].Region);
        await SubmitChangeAsync(
            Action,
            (client, change, token) => change.SendAsync(
                client.Now, () => client.Machines.CreateAsync(options, Wait ? WaitUntil.Completed : WaitUntil.Started, token), created => created.ResourceId),
            Name,
            Name,
            Complete,
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_group is not null)
        {
            if (!IsSequential) _group.Validate();
            await _group.RunAsync(Client, cancellationToken);
            await _group.ConcludeAsync(Client, cancellationToken);
        }

        await base.EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(this, () => Client, new MachineWaitOptions { Timeout = Timeout }, WriteObject, cancellationToken);

    private string Describe(MachineCreateOptions options, IReadOnlyList<MachineAlternative> alternatives)
    {
        var billing = options.BillingType ?? BillingTypes.Hourly;
        if (alternatives.Count == 1)
            return FormattableString.Invariant($"{Name} ({alternatives[0].MachineType}, {options.Size} GB, {alternatives[0].Region}, {billing})");
        return FormattableString.Invariant($"{Name} ({options.Size} GB, {billing}; the first that can be had of {string.Join(", ", alternatives)})");
    }

    private void Complete(ResourceOperation operation, PendingChange change)
    {
        if (Wait) _waits.Add(new MachineIdentity(operation.Machine!), MachineWaitCondition.ForOperation(operation), change);
        else WriteObject(operation.Machine);
    }
}
