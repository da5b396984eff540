namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a script into its identity.</summary>
public sealed class ScriptIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ScriptIdentityTransformationAttribute()
        : base(typeof(Script), "script", "sc123abc", "ScriptId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        ScriptIdentity identity => identity,
        Script script => new ScriptIdentity(script),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new ScriptIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new ScriptIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new ScriptIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<ScriptIdentity>().ToArray();
}
