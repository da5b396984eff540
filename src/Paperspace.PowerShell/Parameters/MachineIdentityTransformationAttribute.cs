using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Turns ids, machines, and rows with an <c>Id</c> or <c>MachineId</c> column into machine identities.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MachineIdentityTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Columns = ["MachineId", "Id"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return inputData is IList items
                ? items.Cast<object>().Select(Identify).ToArray()
                : new[] { Identify(inputData) };
        }
        catch (PaperspaceException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }

    private static MachineIdentity Identify(object? value)
    {
        var wrapped = PSObject.AsPSObject(value ?? "");
        return wrapped.BaseObject switch
        {
            MachineIdentity identity => identity,
            Machine machine => new MachineIdentity(machine),
            string id => new MachineIdentity(id),
            _ => new MachineIdentity(FindColumn(wrapped)),
        };
    }

    private static string FindColumn(PSObject row)
    {
        foreach (var column in Columns)
            if ((row.BaseObject is IDictionary table ? table[column] : row.Properties[column]?.Value) is { } id)
                return id.ToString()!;
        throw PaperspaceException.InvalidRequest(
            $"A {row.BaseObject.GetType().Name} was given where a machine was expected: give an id such as 'psec02yp2', a machine, or an object with an Id or MachineId property.",
            "Id");
    }
}
