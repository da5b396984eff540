using System.Runtime.ExceptionServices;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Updates machines through the V1 API, which may ignore a setting without an error: the settings are read back.</summary>
internal sealed class V1MachineUpdater
{
    /// <summary>The name of the action. Its events have other names.</summary>
    public const string Action = "update";

    /// <summary>A machine may be read as it was before the update for this long.</summary>
    private static readonly TimeSpan StateLag = TimeSpan.FromSeconds(3);

    private readonly V1MachineClient _client;
    private readonly V1Resources<Machine> _machines;
    private readonly TimeProvider _time;

    public V1MachineUpdater(V1MachineClient client, V1Resources<Machine> machines, TimeProvider time)
    {
        _client = client;
        _machines = machines;
        _time = time;
    }

    /// <summary>
    /// Updates a machine. To change its type or disk size, it must be off, unless the caller waits for completion: then
    /// it is stopped and started again.
    /// </summary>
    public Task<Operation> UpdateAsync(
        string machineId,
        MachineUpdateOptions options,
        WaitUntil waitUntil,
        CancellationToken cancellationToken) =>
        options.IsResize
            ? ResizeAsync(machineId, options, waitUntil, cancellationToken)
            : SetAsync(machineId, options, waitUntil, cancellationToken);

    private async Task<Operation> ResizeAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var before = await _machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        if (options.Size < Math.Floor(before.StorageTotalGB ?? 0))
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"The disk of machine {machineId} has {before.StorageTotalGB} GB and cannot shrink ")
                    + FormattableString.Invariant($"to {options.Size} GB."),
                nameof(options.Size));
        var isOff = before.State.EqualsIgnoreCase(MachineStates.Off);
        if (isOff) return await SetAsync(machineId, options, waitUntil, cancellationToken).ConfigureAwait(false);
        if (waitUntil == WaitUntil.Started)
            throw PaperspaceException.InvalidRequest(
                $"Machine {machineId} is '{TerminalText.Sanitize(before.State)}'. Its type and disk size can be changed only while it is "
                    + "off. Stop it first, or wait for "
                    + "completion: then it is stopped, changed and started again.",
                nameof(options.MachineType),
                nameof(options.Size));
        var stop = await _client.StopAsync(machineId, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        await CompleteAsync(stop, cancellationToken).ConfigureAwait(false);
        var update = await SetOrRestartAsync(machineId, options, cancellationToken).ConfigureAwait(false);
        var start = await _client.StartAsync(machineId, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        start.Warnings = update.Warnings;
        return start;
    }

    /// <summary>Updates a machine that was stopped for the update. If that fails, starts it again and throws.</summary>
    private async Task<Operation> SetOrRestartAsync(
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
            var outcome = "it is starting again";
            try
            {
                await _client.StartAsync(machineId, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
            }
            catch (PaperspaceException)
            {
                outcome = "it could not be started again";
            }

            throw failure.WithMessage($"{failure.Message} Machine {machineId} was stopped for the change; {outcome}.");
        }
    }

    private async Task<Operation> SetAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var fields = await GetFieldsAsync(machineId, options, cancellationToken).ConfigureAwait(false);
        var response = await PutAsync(machineId, fields, options, cancellationToken).ConfigureAwait(false);
        var operation = _client.ToOperation(response, Action, null);
        if (waitUntil == WaitUntil.Completed) await CompleteAsync(operation, cancellationToken).ConfigureAwait(false);
        // The changes of an event cannot be read back before it ends.
        var isOpen = waitUntil == WaitUntil.Started && operation.EventIds.Count > 0;
        try
        {
            await VerifyAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            operation.Warnings =
            [
                $"Machine {machineId}: the update was accepted, but the settings could not be verified: {failure.Message}",
            ];
        }
        catch (OperationCanceledException)
        {
            operation.Warnings =
            [
                $"Machine {machineId}: the update was accepted, but the settings were not verified because the command was cancelled.",
            ];
        }

        return operation;
    }

    /// <summary>
    /// Returns the fields of an update. The API has one field for both types of public IP address: removing a type that
    /// the machine does not have keeps the field unchanged.
    /// </summary>
    private async Task<IReadOnlyList<KeyValuePair<string, object?>>> GetFieldsAsync(
        string machineId, MachineUpdateOptions options, CancellationToken cancellationToken)
    {
        var fields = V1MachineOptionMaps.Update.ToFields(options);
        if (V1MachineUpdateVerifier.GetTakenPublicIpType(options) is not { } taken) return fields;
        var current = (await _machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false)).PublicIpType;
        if (string.IsNullOrEmpty(current) || current.EqualsIgnoreCase(taken)) return fields;
        return [.. fields.Select(field => field.Key == V1MachineOptionMaps.PublicIpType ? new(field.Key, current) : field)];
    }

    private async Task VerifyAsync(
        Operation operation, string machineId, MachineUpdateOptions options, bool isOpen, CancellationToken cancellationToken)
    {
        var missing = await ReadBackAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0) return;
        var workarounds = V1MachineUpdateVerifier.GetWorkarounds(missing, options);
        foreach (var fields in workarounds) await PutAsync(machineId, fields, options, cancellationToken).ConfigureAwait(false);
        if (workarounds.Count > 0)
            missing = await ReadBackAsync(operation, machineId, options, isOpen, cancellationToken).ConfigureAwait(false);
        operation.Warnings =
        [
            .. missing.Select(option =>
                $"Machine {machineId}: {option} was accepted but not applied: "
                    + $"{V1MachineUpdateVerifier.Describe(option, operation.Machine!)}."),
        ];
    }

    /// <returns>The settings that were not applied.</returns>
    private async Task<IReadOnlyList<string>> ReadBackAsync(
        Operation operation, string machineId, MachineUpdateOptions options, bool isOpen, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            operation.Machine = await _machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
            var missing = V1MachineUpdateVerifier.FindMissing(options, operation.Machine, isOpen);
            if (missing.Count == 0 || _time.GetElapsedTime(began) >= StateLag) return missing;
            await _time.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<V1ActionResponse<Machine>> PutAsync(
        string machineId,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        MachineUpdateOptions options,
        CancellationToken cancellationToken) => _machines.BeginAsync(
        Method.Put,
        machineId,
        null,
        fields,
        V1MachineOptionMaps.Update.GetParameters(options),
        RetrySafety.Idempotent,
        cancellationToken);

    private async Task CompleteAsync(Operation operation, CancellationToken cancellationToken)
    {
        using var waiter = _client.WaitFor([operation], new MachineWaitOptions());
        while (await waiter.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            if (page.Select(ended => ended.Error).FirstOrDefault(error => error is not null) is { } error)
                ExceptionDispatchInfo.Capture(error).Throw();
    }
}
