using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Starts machines (operation start); those that run stay as they are.</summary>
[Cmdlet(VerbsLifecycle.Start, "PsMachine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class StartPsMachineCommand : MachineTransitionCmdlet
{
    private readonly List<MachineStart> _starts = [];

    /// <summary>Gets or sets for how long to start a machine again when there is no capacity for it; a number means seconds, and 2h is
    /// taken too.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? CapacityTimeout { get; set; }

    private bool IsPreview => IsSwitchedOn("WhatIf", "WhatIfPreference") || IsSwitchedOn("Confirm", null);

    /// <inheritdoc/>
    protected override string ActionText => "Start machine";

    /// <inheritdoc/>
    protected override string Describe(ResourceIdentity<Machine> target) =>
        target.Resource is { } machine ? $"{target} ({MachinePriceText.Describe(machine)})" : target.ToString();

    /// <summary>Reads the machines that are known by id alone if the user is to see their price before the start.</summary>
    protected override async Task<bool> PrepareRecordAsync(CancellationToken cancellationToken)
    {
        if (IsPreview)
            Id = await Task.WhenAll(Id.Select(target => ReadPricedAsync(target, cancellationToken)));
        return await base.PrepareRecordAsync(cancellationToken);
    }

    /// <inheritdoc/>
    private protected override bool Waits => base.Waits || CapacityTimeout is not null;

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.StartAsync(id, WaitUntil, token).ConfigureAwait(false);

    /// <inheritdoc/>
    private protected override async Task BeginActionAsync(
        ResourceIdentity<Machine> target,
        ResourceRequest send,
        CancellationToken cancellationToken)
    {
        if (CapacityTimeout is null)
        {
            await base.BeginActionAsync(target, send, cancellationToken);
            return;
        }

        _starts.Add(new MachineStart(target, ActionText));
        if (IsSequential) await RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    private bool IsSwitchedOn(string parameter, string? preference) => MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
        ? LanguagePrimitives.IsTrue(bound)
        : preference is not null && LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue(preference));

    private async Task<ResourceIdentity<Machine>> ReadPricedAsync(ResourceIdentity<Machine> target, CancellationToken cancellationToken)
    {
        if (target.Resource is not null || target.Failure is not null) return target;
        try
        {
            return Descriptor.Identify(await SendAsync((client, token) => client.Machines.GetAsync(target.Id, token), cancellationToken));
        }
        catch (PaperspaceException)
        {
            // The start itself reports what is wrong with the machine.
            return target;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_starts.Count == 0) return;
        using var run = new ProvisioningRun(this, "Starting machines", CapacityTimeout, Timeout, cancellationToken);
        var starts = _starts.ToArray();
        _starts.Clear();
        await run.RunAsync(starts.Select<MachineStart, Func<CancellationToken, Task>>(start => token => start.RunAsync(run, token)));
    }
}
