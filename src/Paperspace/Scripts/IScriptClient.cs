namespace Paperspace;

/// <summary>Reaches the scripts that an account's machines run when they start.</summary>
public interface IScriptClient
{
    /// <summary>Lists scripts, without their texts (Core: scripts/getScripts; V1: GET startup-scripts). Nothing is sent until the first
    /// page is asked for.</summary>
    IPager<Script> List();

    /// <summary>Reads a script with the machines that it is assigned to, without its text (Core: scripts/getScript; V1: GET
    /// startup-scripts/{id}).</summary>
    /// <exception cref="PaperspaceException">There is none with the id, or the request failed.</exception>
    Task<Script> GetAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Reads the text of a script (Core: scripts/getScriptText).</summary>
    /// <exception cref="PaperspaceException">There is none with the id, the API returns no texts, or the request failed.</exception>
    Task<string> GetTextAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on scripts; to read is to read their texts.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Checks options for a new script, without a request.</summary>
    /// <exception cref="PaperspaceException">A rule is broken, or the API lacks an option; the error names the parameters.</exception>
    void Validate(ScriptCreateOptions options);

    /// <summary>Creates a script (Core: scripts/createScript; V1: POST startup-scripts).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks an option, or the request failed.</exception>
    Task<Script> CreateAsync(ScriptCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a script (V1: PUT startup-scripts/{id}).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<Script> UpdateAsync(string scriptId, ScriptUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a script; machines that it is assigned to have none then (Core: scripts/{id}/destroy; V1: DELETE
    /// startup-scripts/{id}).</summary>
    /// <exception cref="PaperspaceException">The request failed.</exception>
    Task DeleteAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Assigns a script to a machine, which runs it from its next start on (V1: POST startup-scripts/{id}/assign).</summary>
    /// <exception cref="PaperspaceException">The API assigns scripts to new machines only, or the request failed.</exception>
    Task<Script> AssignAsync(string scriptId, string machineId, CancellationToken cancellationToken);

    /// <summary>Takes a script from a machine (V1: POST startup-scripts/{id}/unassign).</summary>
    /// <exception cref="PaperspaceException">The API assigns scripts to new machines only, or the request failed.</exception>
    Task<Script> UnassignAsync(string scriptId, string machineId, CancellationToken cancellationToken);
}
