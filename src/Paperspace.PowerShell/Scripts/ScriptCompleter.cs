namespace Paperspace.PowerShell;

/// <summary>Completes scripts by name.</summary>
public sealed class ScriptCompleter : ResourceNameCompleter<Script, ScriptIdentity>
{
    /// <summary>Creates a completer.</summary>
    public ScriptCompleter()
        : base(ScriptKind.Instance)
    {
    }
}
