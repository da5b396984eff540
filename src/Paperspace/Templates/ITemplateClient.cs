namespace Paperspace;

/// <summary>Reaches the templates that machines of an account can be created from.</summary>
public interface ITemplateClient
{
    /// <summary>Lists the templates, those of the API and the team's own, each once (Core: <c>GET /templates/getTemplates</c>; V1:
    /// <c>GET /os-templates</c> and <c>GET /custom-templates</c>). The list is kept for a minute, and asked for once by callers who come
    /// together; what is changed here is in the next one.</summary>
    /// <param name="isCustom">Whether to list the team's own only.</param>
    IPager<Template> List(bool isCustom = false);

    /// <summary>Reads a template (V1: <c>GET /custom-templates/{id}</c> for one that the list has not; Core has its list alone).</summary>
    /// <exception cref="PaperspaceException">There is none with the id.</exception>
    Task<Template> GetAsync(string templateId, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on templates.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Creates a template from a machine that is off (V1: <c>POST /custom-templates</c>). The operation's
    /// <see cref="Operation.Resource"/> is the new template.</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the machine is not off, the API lacks it, or the request failed.</exception>
    Task<Operation> CreateAsync(TemplateCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a template of the team (V1: <c>PUT /custom-templates/{id}</c>).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<Template> UpdateAsync(string templateId, TemplateUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a template of the team (V1: <c>DELETE /custom-templates/{id}</c>).</summary>
    /// <exception cref="PaperspaceException">The API lacks it, or the request failed.</exception>
    Task DeleteAsync(string templateId, CancellationToken cancellationToken);
}
