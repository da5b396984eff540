using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>A cmdlet that does something to machines, each of which is asked about first.</summary>
public abstract class MachineActionCmdlet : AccountCmdlet
{
    /// <summary>The machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Id { get; set; } = [];

    /// <summary>Gives each machine once the request was accepted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What is done, as a question or -WhatIf words it.</summary>
    protected abstract string ActionText { get; }

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in Id)
            if (ShouldProcess(machine.ToString(), ActionText))
                await SubmitAsync(
                    (client, token) => ActAsync(client, machine, token), machine.Target(), result => Accepted(machine, result), cancellationToken);
    }

    /// <summary>Sends the request for one machine.</summary>
    protected abstract Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken);

    /// <summary>Sends the request with what belongs to it, off the pipeline thread.</summary>
    /// <returns>The machine as it was read for that; null where nothing asked for it.</returns>
    protected virtual async Task<Machine?> ActAsync(IPaperspaceClient client, MachineIdentity machine, CancellationToken cancellationToken)
    {
        await SendAsync(client, machine.Id, cancellationToken).ConfigureAwait(false);
        return PassThru ? await client.ShowMachineAsync(machine.Id, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>What follows on the pipeline thread once the request was accepted.</summary>
    /// <param name="machine">The machine that was meant.</param>
    /// <param name="result">What <see cref="ActAsync"/> gave.</param>
    protected virtual void Accepted(MachineIdentity machine, Machine? result)
    {
        if (result is not null) WriteObject(result);
    }
}
