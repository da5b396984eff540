namespace Paperspace;

/// <summary>Reaches the templates that machines of an account can be created from.</summary>
public interface ITemplateClient
{
    /// <summary>Lists the templates, those of the API and the team's own, each once. The list is kept for a minute, and asked for once by
    /// callers who come together; what is changed here is in the next one. (Core: <c>GET /templates/getTemplates</c>; V1:
    /// <c>GET /os-templates</c> and <c>GET /custom-templates</c>.)</summary>
    Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Creates a template from a machine, which has to be off. The operation's <see cref="ResourceOperation.Resource"/> is the new
    /// template. (V1: <c>POST /custom-templates</c>.)</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="name">The template's name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The machine is not off, or the API cannot create templates.</exception>
    Task<ResourceOperation> CreateAsync(string machineId, string name, CancellationToken cancellationToken);

    /// <summary>Renames a template of the team. (V1: <c>PUT /custom-templates/{id}</c>.)</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="name">The new name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The team has no such template, or the API cannot rename templates.</exception>
    Task<Template> RenameAsync(string templateId, string name, CancellationToken cancellationToken);

    /// <summary>Deletes a template of the team. (V1: <c>DELETE /custom-templates/{id}</c>.)</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The team has no such template, or the API cannot delete templates.</exception>
    Task DeleteAsync(string templateId, CancellationToken cancellationToken);
}
