namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a script into its identity.</summary>
public sealed class ScriptIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<Script, ScriptIdentity> Factory = new(
        resource => new ScriptIdentity(resource),
        (text, isRow) => new ScriptIdentity(text) { IsRow = isRow },
        (given, failure) => new ScriptIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public ScriptIdentityTransformationAttribute()
        : base(Factory, "script", "sc123abc", "ScriptId", "Id")
    {
    }
}
