using System.Management.Automation;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Creates machines (operation create), one for each name.</summary>
[Cmdlet(VerbsCommon.New, "PsMachine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class NewPsMachineCommand : AccountCmdlet
{
    private const string Action = "Create machine";

    private readonly WaitQueue _waits = new();

    /// <summary>A name to remember the machine by.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineName")]
    public string Name { get; set; } = "";

    /// <summary>The region: NY2, CA1, AMS1, or a full name such as East Coast (NY2).</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "";

    /// <summary>The machine type, such as P4000 or C5.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string MachineType { get; set; } = "";

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

    /// <summary>The users who get access to it, beside -UserId (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccessorIds")]
    public string[]? AccessorId { get; set; }

    /// <summary>Whether its password is sent by e-mail (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? EmailPassword { get; set; }

    /// <summary>Hours after which it is shut down (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Whether the shutdown timeout holds even with a client connected (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>Whether snapshots are taken by themselves (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>How often snapshots are taken: hour, day, week or month (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public string? AutoSnapshotFrequency { get; set; }

    /// <summary>How many automatic snapshots are kept (V1).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Waits until the machine is ready (off, with -StartOnCreate $false), and gives it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at the most; a number means seconds. 20 minutes without it.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!Wait && IsBound(nameof(Timeout))) WriteWarning(WaitQueue.UnusedTimeout);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        MachineCreateOptions options;
        try
        {
            options = OptionBinder.Fill(new MachineCreateOptions(), this, takesRow: true);
            Client.Machines.Validate(options);
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, Name);
            return;
        }

        if (!ShouldProcess(FormattableString.Invariant($"{Name} ({options.MachineType}, {options.Size} GB, {Regions.FullName(Region)}, {options.BillingType ?? BillingTypes.Hourly})"), Action)) return;
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
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(this, () => Client, new MachineWaitOptions { Timeout = Timeout }, WriteObject, cancellationToken);

    private void Complete(ResourceOperation operation, PendingChange change)
    {
        if (Wait) _waits.Add(new MachineIdentity(operation.Machine!), MachineWaitCondition.ForOperation(operation), change);
        else WriteObject(operation.Machine);
    }
}
