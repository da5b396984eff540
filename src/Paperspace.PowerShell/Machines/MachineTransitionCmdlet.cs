using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>An action that goes on after the request was accepted, and whose end can be waited for.</summary>
public abstract class MachineTransitionCmdlet : MachineActionCmdlet
{
    private readonly WaitList _waits = new();

    /// <summary>Waits until the action has ended, and gives each machine then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at the most; a number means seconds. 20 minutes without it.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Whether each machine is read before the request rather than after it: a wait has to know where it stood.</summary>
    protected virtual bool ReadsBefore => Wait;

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (!_waits.IsEmpty) await _waits.RunAsync(this, Client, new MachineWaitOptions { Timeout = Timeout }, Arrived, cancellationToken);
    }

    /// <summary>What the action is to bring about.</summary>
    protected abstract MachineExpectation Expect(string machineId, MachineBaseline baseline);

    /// <inheritdoc/>
    protected override async Task<Machine?> ActAsync(IPaperspaceClient client, MachineIdentity machine, CancellationToken cancellationToken)
    {
        if (!ReadsBefore) return await base.ActAsync(client, machine, cancellationToken).ConfigureAwait(false);
        var before = await client.ShowMachineAsync(machine.Id, cancellationToken).ConfigureAwait(false);
        await SendAsync(client, machine.Id, cancellationToken).ConfigureAwait(false);
        return before;
    }

    /// <inheritdoc/>
    protected sealed override void Accepted(MachineIdentity machine, Machine? result)
    {
        if (Wait && result is not null) _waits.Add(machine, Expect(machine.Id, new MachineBaseline(result)));
        else base.Accepted(machine, result);
    }

    /// <summary>What is given when the action has ended well.</summary>
    protected virtual void Arrived(Machine? machine)
    {
        if (machine is not null) WriteObject(machine);
    }
}
