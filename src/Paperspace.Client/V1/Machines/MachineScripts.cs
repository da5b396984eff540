namespace Paperspace.Client.V1.Machines;

/// <summary>Gives machines the scripts that they run when they start, which the V1 API has requests of its own for.</summary>
internal sealed class MachineScripts
{
    private readonly IScriptClient _scripts;

    /// <summary>Creates the action over the scripts.</summary>
    public MachineScripts(IScriptClient scripts)
    {
        _scripts = scripts;
    }

    /// <summary>Assigns a script to a machine, or takes away those that it has.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="scriptId">The script; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task SetAsync(string machineId, string? scriptId, CancellationToken cancellationToken)
    {
        if (scriptId is not null)
        {
            await _scripts.AssignAsync(scriptId, machineId, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Machines do not tell their scripts; scripts tell their machines.
        using var pager = _scripts.List();
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            foreach (var script in page.Where(script => script.AssignedMachineIds?.Contains(machineId) == true))
                await _scripts.UnassignAsync(script.Id, machineId, cancellationToken).ConfigureAwait(false);
    }
}
