using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Transforms paths of an API, alone or in any enumerable, into an array of texts.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RestPathTransformationAttribute : SelectionTransformationAttribute
{
    private const string Parameter = "Path";

    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => IsNothing(item)
        ? PaperspaceException.InvalidRequest("A path is empty: it requests nothing. Give one such as 'machines'.", Parameter)
        : null;

    /// <inheritdoc/>
    private protected override object Convert(object? given)
    {
        var items = GetItems(given, static _ => false);
        return items.Count == 0 ? [""] : items.Select(ToText).ToArray();
    }

    /// <remarks>What an object looks like as a text is no path, although the engine would take it for one.</remarks>
    private static string ToText(object? item)
    {
        if (IsNothing(item)) return "";
        var path = Unwrap(item) is string ? item : PSObject.AsPSObject(item!).Properties[Parameter]?.Value;
        return Unwrap(path) as string
            ?? throw PaperspaceException.InvalidRequest(
                $"{ResourceAttribute.DescribeType(PSObject.AsPSObject(item!))} was given where a path was expected. Make a path of each object: -Path {{ "
                    + $"\"machines/$($_.Id)\" }}.",
                Parameter);
    }
}
