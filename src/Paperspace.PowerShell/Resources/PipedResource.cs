using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Holds a resource of the module, live or deserialized, that was piped to a cmdlet which creates something else: its properties
/// are its own, and no settings of what is created.</summary>
internal sealed class PipedResource
{
    private readonly PSObject _value;
    private readonly string _type;
    private bool _isTaken;

    private PipedResource(PSObject value, string type)
    {
        (_value, _type) = (value, type);
    }

    private string Noun => _type.Substring(_type.LastIndexOf('.') + 1).ToLowerInvariant();

    /// <summary>Returns what was piped where it is a resource; null for a name, a row, what has neither an id nor a name as availabilities
    /// have none, or nothing.</summary>
    public static PipedResource? Find(PSObject? piped) =>
        piped is not null
        && (piped.Properties["Id"] ?? piped.Properties["Name"]) is not null
        && ResourceAttribute.FindResourceType(piped) is { } type
            ? new PipedResource(piped, type)
            : null;

    /// <summary>Returns whether it is of a type.</summary>
    public bool Is<TResource>() => _type == typeof(TResource).FullName;

    /// <summary>Checks that what is created was given a name of its own, rather than that of the resource.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameter">The parameter for the name.</param>
    /// <exception cref="PaperspaceException">It was not.</exception>
    public void RequireOwnName(PaperspaceCmdlet cmdlet, string parameter)
    {
        if (!cmdlet.IsGiven(parameter))
            throw PaperspaceException.InvalidRequest(
                $"{parameter} is missing. A piped {Noun} does not name what is created; specify -{parameter}.",
                parameter);
    }

    /// <summary>Takes the resource for the parameter of its noun.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="given">The parameter's value.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="descriptor">The parameter's noun.</param>
    /// <returns>The resource if it is of that noun; otherwise the value that the parameter was given.</returns>
    /// <exception cref="PaperspaceException">Another resource was given beside it.</exception>
    public ResourceIdentity<TResource>? Take<TResource>(
        PaperspaceCmdlet cmdlet, ResourceIdentity<TResource>? given, string parameter, ResourceDescriptor<TResource> descriptor)
        where TResource : class
    {
        if (_isTaken || ResourceAttribute.Find(descriptor, _value) is not ResourceIdentity<TResource> own)
            return cmdlet.IsGiven(parameter) ? given : null;
        foreach (var other in new[] { parameter, parameter + "Id" })
            if (cmdlet.IsGiven(other))
                throw PaperspaceException.InvalidRequest($"A {Noun} was piped, and -{other} given. Specify only one of them.", other);
        _isTaken = true;
        return own;
    }

    /// <summary>Checks that it was taken for a parameter.</summary>
    /// <param name="expected">What may be piped.</param>
    /// <exception cref="PaperspaceException">It was not.</exception>
    public void RequireTaken(string expected)
    {
        if (!_isTaken) throw PaperspaceException.InvalidRequest($"A {Noun} was piped where {expected} was expected.", "InputObject");
    }
}
