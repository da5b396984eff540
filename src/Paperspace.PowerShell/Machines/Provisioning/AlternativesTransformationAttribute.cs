using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.PowerShell;

/// <summary>Transforms alternatives into an array of strings: one string, any enumerable of them, or a cell of a table that has several,
/// separated by commas. An empty one is an error: it may be a misspelled variable that was meant to be the first choice.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlternativesTransformationAttribute : ArgumentTransformationAttribute
{
    private const int MaxDepth = 8;

    private readonly string _noun;

    /// <summary>Creates the attribute.</summary>
    /// <param name="noun">The noun of the alternatives, for errors.</param>
    public AlternativesTransformationAttribute(string noun)
    {
        _noun = noun;
    }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var alternatives = new List<string>();
        Add(alternatives, inputData, 0);
        if (alternatives.Count == 0) throw Empty();
        return alternatives.ToArray();
    }

    private void Add(List<string> alternatives, object? given, int depth)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        if (value is null || ReferenceEquals(given, AutomationNull.Value)) throw Empty();
        if (value is IEnumerable list and not string && depth < MaxDepth)
        {
            foreach (var item in list) Add(alternatives, item, depth + 1);
            return;
        }

        foreach (var text in PSObject.AsPSObject(value).ToString().Split(','))
            alternatives.Add(string.IsNullOrWhiteSpace(text) ? throw Empty() : text.Trim());
    }

    private ArgumentTransformationMetadataException Empty() =>
        new($"A {_noun} in the list is empty. Specify a value or remove it from the list.");
}
