namespace Paperspace;

/// <summary>Identifies a script by its id; in a cmdlet's parameter by its name too.</summary>
public sealed class ScriptIdentity : ResourceIdentity<Script>
{
    /// <summary>Creates an identity from an id or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public ScriptIdentity(string scriptId)
        : base(RequireText(scriptId, nameof(scriptId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a script.</summary>
    /// <exception cref="PaperspaceException">The script's id is empty or has a character that no id has.</exception>
    public ScriptIdentity(Script script)
        : base(ResourceId.Require((script ?? throw new ArgumentNullException(nameof(script))).Id, "scriptId"), script)
    {
    }

    /// <summary>Creates an identity from what identifies no script, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no script.</param>
    public ScriptIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
