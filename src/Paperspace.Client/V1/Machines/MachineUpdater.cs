using System.Runtime.ExceptionServices;

namespace Paperspace.Client.V1.Machines;

/// <summary>Updates machines through the V1 API, which may ignore a setting without an error: what was set is read back.</summary>
internal sealed class MachineUpdater
{
    /// <summary>The name of the action; the events that it begins have names of their own.</summary>
    public const string Action = "update";

    /// <summary>For so long after an update a machine may be read as it was before.</summary>
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(3);

    private readonly MachineRequests _requests;
    private readonly MachinePower _power;
    private readonly Func<MachineWaitCondition, IMachineWaiter> _wait;
    private readonly TimeProvider _time;

    /// <summary>Creates the action over the requests.</summary>
    public MachineUpdater(MachineRequests requests, MachinePower power, Func<MachineWaitCondition, IMachineWaiter> wait, TimeProvider time)
    {
        _requests = requests;
        _power = power;
        _wait = wait;
        _time = time;
    }

    /// <summary>Updates a machine. To have it resized, it has to be off, or its completion to be awaited: then it is stopped, and started
    /// again.</summary>
    public Task<ResourceOperation> UpdateAsync(
        string machineId,
        MachineUpdateOptions options,
        WaitUntil waitUntil,
        CancellationToken cancellationToken) =>
        options.IsResize
            ? ResizeAsync(machineId, options, waitUntil, cancellationToken)
            : SetAsync(machineId, options, waitUntil, cancellationToken);

    private async Task<ResourceOperation> ResizeAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var before = await _requests.ShowAsync(machineId, cancellationToken).ConfigureAwait(false);
        if (options.Size < Math.Floor(before.StorageTotalGB ?? 0))
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"The disk of machine {machineId} has {before.StorageTotalGB} GB, and a disk never shrinks: ")
                    + FormattableString.Invariant($"Size cannot be {options.Size}."),
                nameof(options.Size));
        var isOff = MachineStates.Is(before.State, MachineStates.Off);
        if (isOff) return await SetAsync(machineId, options, waitUntil, cancellationToken).ConfigureAwait(false);
        if (waitUntil == WaitUntil.Started)
            throw PaperspaceException.InvalidRequest(
                $"Machine {machineId} is '{TerminalText.Sanitize(before.State)}': its type and its disk can be changed only while it is "
                    + "off. Stop it first, or wait "
                    + "for the change: then it is stopped, changed and started again.",
                nameof(options.MachineType),
                nameof(options.Size));
        await CompleteAsync(await _power.StopAsync(machineId, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        var update = await SetOrRestartAsync(machineId, options, cancellationToken).ConfigureAwait(false);
        var start = await _power.StartAsync(machineId, cancellationToken).ConfigureAwait(false);
        start.Warnings = update.Warnings;
        return start;
    }

    /// <summary>Sends a change; where it fails, starts the machine that was stopped for it again, and tells the failure.</summary>
    private async Task<ResourceOperation> SetOrRestartAsync(
        string machineId,
        MachineUpdateOptions options,
        CancellationToken cancellationToken)
    {
        try
        {
            return await SetAsync(machineId, options, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            var outcome = "it is being started again";
            try
            {
                await _power.StartAsync(machineId, cancellationToken).ConfigureAwait(false);
            }
            catch (PaperspaceException)
            {
                outcome = "it could not be started again";
            }

            throw failure.Reworded($"{failure.Message} Machine {machineId} had been stopped for the change; {outcome}.");
        }
    }

    private async Task<ResourceOperation> SetAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var fields = await GetFieldsAsync(machineId, options, cancellationToken).ConfigureAwait(false);
        var response = await PutAsync(machineId, fields, options, cancellationToken).ConfigureAwait(false);
        var operation = _power.NewOperation(response, Action, null);
        if (waitUntil == WaitUntil.Completed) await CompleteAsync(operation, cancellationToken).ConfigureAwait(false);
        // What an event brings about cannot be read back before its end.
        var isOpen = waitUntil == WaitUntil.Started && operation.EventIds.Count > 0;
        try
        {
            await VerifyAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            operation.Warnings =
            [
                $"Machine {machineId}: the update was accepted, but whether the settings apply could not be read back: {failure.Message}",
            ];
        }
        catch (OperationCanceledException)
        {
            operation.Warnings =
            [
                $"Machine {machineId}: the update was accepted; whether the settings apply was not read back, since it was cancelled.",
            ];
        }

        return operation;
    }

    /// <summary>Returns the fields of an update. The API has one field for both kinds of public address: what takes away the kind that a
    /// machine does not have leaves it as it is.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, object?>>> GetFieldsAsync(
        string machineId, MachineUpdateOptions options, CancellationToken cancellationToken)
    {
        var fields = MachineOptionMaps.Update.ToFields(options);
        if (MachineSettings.GetTakenPublicIpType(options) is not { } taken) return fields;
        var current = (await _requests.ShowAsync(machineId, cancellationToken).ConfigureAwait(false)).PublicIpType;
        if (string.IsNullOrEmpty(current) || MachineStates.Is(current, taken)) return fields;
        return [.. fields.Select(field => field.Key == MachineOptionMaps.PublicIpType ? new(field.Key, current) : field)];
    }

    private async Task VerifyAsync(
        ResourceOperation operation, string machineId, MachineUpdateOptions options, bool isOpen, CancellationToken cancellationToken)
    {
        var missing = await ReadBackAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0) return;
        var detours = MachineSettings.GetDetours(missing, options);
        foreach (var fields in detours) await PutAsync(machineId, fields, options, cancellationToken).ConfigureAwait(false);
        if (detours.Count > 0)
            missing = await ReadBackAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        operation.Warnings =
        [
            .. missing.Select(option =>
                $"Machine {machineId}: {option} was accepted and does not apply: {MachineSettings.Describe(option, operation.Machine!)}."),
        ];
    }

    /// <returns>The options that do not apply.</returns>
    private async Task<IReadOnlyList<string>> ReadBackAsync(
        ResourceOperation operation, string machineId, MachineUpdateOptions options, bool isOpen, CancellationToken cancellationToken)
    {
        var deadline = new Waiting.Deadline(_time, StaleFor);
        while (true)
        {
            operation.Machine = await _requests.ShowAsync(machineId, cancellationToken).ConfigureAwait(false);
            var missing = MachineSettings.FindMissing(options, operation.Machine, isOpen);
            if (missing.Count == 0 || deadline.IsOver) return missing;
            await _time.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<MachineResponse> PutAsync(
        string machineId,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        MachineUpdateOptions options,
        CancellationToken cancellationToken) =>
        _requests.UpdateAsync(machineId, fields, MachineOptionMaps.Update.GetParameters(options), cancellationToken);

    private async Task CompleteAsync(ResourceOperation operation, CancellationToken cancellationToken)
    {
        using var waiter = _wait(MachineWaitCondition.ForOperation(operation));
        while (await waiter.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            if (page.Select(result => result.Error).FirstOrDefault(error => error is not null) is { } error)
                ExceptionDispatchInfo.Capture(error).Throw();
    }
}
