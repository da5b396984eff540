namespace Paperspace.PowerShell;

/// <summary>Keeps the templates of accounts for completion and for errors that name similar ones.</summary>
internal static class TemplateCache
{
    /// <summary>Gets the cache.</summary>
    public static ResourceCache<Template> Instance { get; } = new((client, token) => client.Templates.ListAsync(token));
}
