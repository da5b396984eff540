namespace Paperspace.PowerShell;

/// <summary>Describes scripts to what cmdlets of all kinds share.</summary>
internal static class ScriptKind
{
    /// <summary>Gets the description.</summary>
    public static ResourceKind<Script, ScriptIdentity> Instance { get; } = new()
    {
        Noun = "script",
        List = client => client.Scripts.List(),
        Identify = script => new ScriptIdentity(script),
        GetNames = script => [script.Name],
        Describe = script => script.Description,
    };
}
