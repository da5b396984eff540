using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a resource into its identity: an id, the resource (live or deserialized), or a row or dictionary of
/// any kind with the id; alone or in any enumerable, wrapped by the engine or not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ResourceIdentityTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly string _noun;
    private readonly string _exampleId;
    private readonly string[] _columns;

    private protected ResourceIdentityTransformationAttribute(string noun, string exampleId, params string[] columns)
    {
        _noun = noun;
        _exampleId = exampleId;
        _columns = columns;
    }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return FindItems(inputData) is { } items ? ToArray([.. items.Cast<object?>().Select(Identify)]) : ToArray([Identify(inputData)]);
        }
        catch (PaperspaceException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }

    /// <summary>Returns the identity for a resource or an identity; null where the value is neither.</summary>
    protected abstract object? FromResource(object value);

    /// <summary>Returns the identity for an id.</summary>
    protected abstract object FromId(string id);

    /// <summary>Returns an array of the identity's own type.</summary>
    protected abstract Array ToArray(IReadOnlyList<object> identities);

    private static IEnumerable? FindItems(object? value)
    {
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        return inner is string or IDictionary ? null : inner as IEnumerable;
    }

    private object Identify(object? value)
    {
        var wrapped = PSObject.AsPSObject(value ?? "");
        return wrapped.BaseObject is string id ? FromId(id) : FromResource(wrapped.BaseObject) ?? FromId(FindColumn(wrapped));
    }

    private string FindColumn(PSObject row)
    {
        foreach (var column in _columns)
            if ((row.BaseObject is IDictionary table ? table[column] : row.Properties[column]?.Value) is { } id)
                return id.ToString()!;
        throw PaperspaceException.InvalidRequest(
            $"A {row.BaseObject.GetType().Name} was given where a {_noun} was expected: give an id such as '{_exampleId}', a {_noun}, or an object with an {string.Join(" or ", Enumerable.Reverse(_columns))} property.",
            _columns[_columns.Length - 1]);
    }
}
