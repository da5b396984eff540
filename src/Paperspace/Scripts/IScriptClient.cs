namespace Paperspace;

/// <summary>Provides access to the startup scripts of an account.</summary>
public interface IScriptClient
{
    /// <summary>
    /// Lists scripts, without their text. Nothing is sent until the first page is requested.
    /// (Core: <c>GET /scripts/getScripts</c>. V1: <c>GET /startup-scripts</c>.)
    /// </summary>
    IPager<Script> List();

    /// <summary>
    /// Returns a script with the machines that it is assigned to, without its text.
    /// (Core: <c>GET /scripts/getScript</c>. V1: <c>GET /startup-scripts/{id}</c>.)
    /// </summary>
    /// <exception cref="PaperspaceException">The script does not exist, or the request failed.</exception>
    Task<Script> GetAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Returns the text of a script. (Core: <c>GET /scripts/getScriptText</c>.)</summary>
    /// <exception cref="PaperspaceException">The script does not exist, the API does not return it, or the request failed.</exception>
    Task<string> GetTextAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on scripts. <see cref="ResourceAction.Read"/> means to read their text.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>Checks the options for a new script. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid or not supported by the API; the error names the parameters.</exception>
    void Validate(ScriptCreateOptions options);

    /// <summary>Creates a script. (Core: <c>POST /scripts/createScript</c>. V1: <c>POST /startup-scripts</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support an option, or the request failed.</exception>
    Task<Script> CreateAsync(ScriptCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a script. (V1: <c>PUT /startup-scripts/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<Script> UpdateAsync(string scriptId, ScriptUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a script and unassigns it from its machines. (Core: <c>POST /scripts/{id}/destroy</c>.
    /// V1: <c>DELETE /startup-scripts/{id}</c>.)
    /// </summary>
    /// <exception cref="PaperspaceException">The request failed.</exception>
    Task DeleteAsync(string scriptId, CancellationToken cancellationToken);

    /// <summary>Assigns a script to a machine, which runs it from its next start. (V1: <c>POST /startup-scripts/{id}/assign</c>.)</summary>
    /// <exception cref="PaperspaceException">The API can assign scripts to new machines only, or the request failed.</exception>
    Task<Script> AssignAsync(string scriptId, string machineId, CancellationToken cancellationToken);

    /// <summary>Unassigns a script from a machine. (V1: <c>POST /startup-scripts/{id}/unassign</c>.)</summary>
    /// <exception cref="PaperspaceException">The API can assign scripts to new machines only, or the request failed.</exception>
    Task<Script> UnassignAsync(string scriptId, string machineId, CancellationToken cancellationToken);
}
