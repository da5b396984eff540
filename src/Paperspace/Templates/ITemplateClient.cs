namespace Paperspace;

/// <summary>Provides access to the templates of an account, from which machines are created.</summary>
public interface ITemplateClient
{
    /// <summary>
    /// Lists the API's public templates and the team's own, without duplicates. The list is cached for a minute, and concurrent callers
    /// share one request; changes made through this client invalidate it. (Core: <c>GET /templates/getTemplates</c>. V1:
    /// <c>GET /os-templates</c> and <c>GET /custom-templates</c>.)
    /// </summary>
    /// <param name="isCustom">Whether to list only the team's own.</param>
    IPager<Template> List(bool isCustom = false);

    /// <summary>Returns a template. (V1: from the list, otherwise <c>GET /custom-templates/{id}</c>. Core: from the list.)</summary>
    /// <exception cref="PaperspaceException">The template does not exist.</exception>
    Task<Template> GetAsync(string templateId, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on templates.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>
    /// Creates a template from a machine that is off. The operation's <see cref="Operation.Resource"/> is the new
    /// template. (V1: <c>POST /custom-templates</c>.)
    /// </summary>
    /// <exception cref="PaperspaceException">An option is invalid, the machine is not off, or the request failed.</exception>
    Task<Operation> CreateAsync(TemplateCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a template of the team. (V1: <c>PUT /custom-templates/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<Template> UpdateAsync(string templateId, TemplateUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a template of the team. (V1: <c>DELETE /custom-templates/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support it, or the request failed.</exception>
    Task DeleteAsync(string templateId, CancellationToken cancellationToken);
}
