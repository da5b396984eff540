namespace Paperspace;

/// <summary>Reaches the templates that machines of an account can be created from.</summary>
public interface ITemplateClient
{
    /// <summary>Lists the templates. The list is kept for a minute, and asked for once by callers who come together.</summary>
    Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken);
}
