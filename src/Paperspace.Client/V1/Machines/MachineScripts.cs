using Paperspace.Client.V1.Scripts;

namespace Paperspace.Client.V1.Machines;

/// <summary>Assigns machines the scripts that they run when they start, which the V1 API has requests of its own for.</summary>
internal sealed class MachineScripts
{
    private readonly V1ScriptClient _scripts;

    /// <summary>Creates the action over the scripts.</summary>
    public MachineScripts(V1ScriptClient scripts)
    {
        _scripts = scripts;
    }

    /// <summary>Assigns a script to a machine, or takes away those that it has.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="scriptId">The script; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public Task SetAsync(string machineId, string? scriptId, CancellationToken cancellationToken) => scriptId is not null
        ? _scripts.AssignAsync(scriptId, machineId, cancellationToken)
        : _scripts.Assignments.RemoveAsync(machineId, id => _scripts.UnassignAsync(id, machineId, cancellationToken), cancellationToken);

    /// <summary>Sends the creation of a machine that may come with a script.</summary>
    /// <param name="scriptId">The script; null for none.</param>
    /// <param name="create">Sends the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> CreateAsync<T>(string? scriptId, Func<CancellationToken, Task<T>> create, CancellationToken cancellationToken) =>
        scriptId is null ? create(cancellationToken) : _scripts.Assignments.ChangeAsync(create, cancellationToken);
}
