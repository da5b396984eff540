using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads the id of a resource: a string as it is, and of a resource, live or deserialized, its id rather than its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ResourceIdAttribute : ArgumentTransformationAttribute
{
    private readonly ResourceDescriptor _descriptor;

    /// <summary>Creates the attribute.</summary>
    /// <param name="descriptor">The type of the noun's descriptor.</param>
    public ResourceIdAttribute(Type descriptor)
    {
        _descriptor = ResourceDescriptor.Get(descriptor);
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not IList list) return ToId(inputData);
        var ids = list.Cast<object?>().Select(ToId).ToArray();
        // A list of one object comes from another process.
        return ids.Length == 1 ? ids[0] : ids;
    }

    private object? ToId(object? given)
    {
        if (given is null) return null;
        var value = PSObject.AsPSObject(given);
        if (value.BaseObject is ResourceIdentity identity) return identity.Id;
        if (ResourceAttribute.FindResourceType(value) is null) return given;
        try
        {
            return ResourceAttribute.Find(_descriptor, value)?.Id
                ?? throw new ArgumentTransformationMetadataException(
                    $"{ResourceAttribute.DescribeType(value)} was given where a {_descriptor.Noun} was expected.");
        }
        catch (PaperspaceException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }
}
