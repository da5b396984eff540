using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Transforms names, alone or in any enumerable, into an array of texts.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameTransformationAttribute : SelectionTransformationAttribute
{
    private readonly string _noun;

    /// <summary>Creates the attribute.</summary>
    /// <param name="noun">What is named, for errors.</param>
    public NameTransformationAttribute(string noun)
    {
        _noun = noun;
    }

    /// <summary>Gets what is named.</summary>
    public string Noun => _noun;

    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) =>
        IsNothing(item)
            ? PaperspaceException.InvalidRequest(
                $"The {_noun} is empty. Specify a value or omit the parameter.")
            : null;

    /// <inheritdoc/>
    private protected override object Convert(object? given)
    {
        var items = GetItems(given, static _ => false);
        return items.Count == 0 ? [""] : items.Select(item => IsNothing(item) ? "" : PSObject.AsPSObject(item!).ToString()).ToArray();
    }
}
