using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a resource into its identity: an id, the resource (live or deserialized), or a row or dictionary
/// of any kind with the id; alone or in any enumerable, wrapped by the engine or not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ResourceIdentityTransformationAttribute : SelectionTransformationAttribute
{
    private const string ModulePrefix = "Paperspace.";
    private const string DeserializedPrefix = "Deserialized.";

    private readonly IResourceIdentityFactory _factory;
    private readonly string _resource;
    private readonly string _noun;
    private readonly string _exampleId;
    private readonly string[] _columns;

    private protected ResourceIdentityTransformationAttribute(
        IResourceIdentityFactory factory,
        string noun,
        string exampleId,
        params string[] columns)
    {
        _factory = factory;
        _resource = factory.ResourceType.FullName!;
        _noun = noun;
        _exampleId = exampleId;
        _columns = columns;
    }

    /// <summary>Gets or sets whether the parameter takes one resource. Then null is left to the cmdlet: it is nothing in a row, and on the
    /// command line a mistake, or the value that means none.</summary>
    public bool IsSingle { get; set; }

    /// <summary>Gets or sets whether a resource of another kind is left to another parameter of the pipeline.</summary>
    public bool LeavesOthers { get; set; }

    /// <summary>Gets or sets whether anything but a text and a resource of this kind is left to other parameters of the pipeline: the id of
    /// a machine's owner, say, is not the id of a user that was given.</summary>
    public bool IsStrict { get; set; }

    /// <inheritdoc/>
    internal sealed override PaperspaceException? FindFailure(object? item) => (item as IResourceIdentity)?.Failure;

    /// <summary>Returns the identity for what was piped where it is a resource of this kind, live or deserialized; null for anything
    /// else.</summary>
    internal object? FindOwn(PSObject value) => FindResourceType(value) == _resource ? Identify(value) : null;

    /// <summary>Returns the type of a resource of the module, live or deserialized; null for anything else.</summary>
    internal static string? FindResourceType(PSObject value)
    {
        var type = value.TypeNames.FirstOrDefault() ?? "";
        if (type.StartsWith(DeserializedPrefix, StringComparison.Ordinal)) type = type.Substring(DeserializedPrefix.Length);
        return type.StartsWith(ModulePrefix, StringComparison.Ordinal) ? type : null;
    }

    /// <inheritdoc/>
    private protected sealed override object? Convert(object? given)
    {
        var items = GetItems(given, IsRow);
        if (items.Count == 1 && items[0] is { } item && IsLeft(PSObject.AsPSObject(item)))
        {
            var failure = Unexpected(PSObject.AsPSObject(item));
            // The engine tries another parameter where a value cannot be cast, and only then.
            throw new ArgumentTransformationMetadataException(failure.Message, new PSInvalidCastException(failure.Message));
        }

        if (IsSingle) return ConvertOne(items);
        return _factory.ToArray(items.Count > 0
            ? items.Select(IdentifyOrFail)
            : [Fail($"The list of {_noun}s is empty: it selects none.")]);
    }

    private object? ConvertOne(IReadOnlyList<object?> items) => items.Count switch
    {
        0 => Fail($"The {_noun} is an empty list: it selects none."),
        1 => ReferenceEquals(items[0], AutomationNull.Value) || Unwrap(items[0]) is not null ? IdentifyOrFail(items[0]) : null,
        _ => throw Invalid($"{items.Count} {_noun}s were given where one is expected."),
    };

    private bool IsLeft(PSObject value)
    {
        if (!LeavesOthers && !IsStrict) return false;
        if (
            value.BaseObject is string
            || _factory.FromResource(value.BaseObject) is not null
            || ReferenceEquals(value, AutomationNull.Value))
            return false;
        var type = FindResourceType(value);
        return IsStrict ? type != _resource : type is not null && type != _resource && FindColumn(value) is null;
    }

    private PaperspaceException Unexpected(PSObject value) =>
        Invalid(
            $"A {value.TypeNames[0].Split('.').Last()} was given where a {_noun} was expected: give an id such as '{_exampleId}', a "
                + $"{_noun}, or an object with an {string.Join(" or ", Enumerable.Reverse(_columns))} property.");

    private bool IsRow(object value)
    {
        var wrapped = PSObject.AsPSObject(value);
        return wrapped.BaseObject is IDictionary or IEnumerable<KeyValuePair<string, object?>> || FindColumn(wrapped) is not null;
    }

    private object IdentifyOrFail(object? given)
    {
        try
        {
            return Identify(given);
        }
        catch (PaperspaceException failure)
        {
            var text = Unwrap(given) is string id ? id : given is null ? "" : Unwrap(given)!.GetType().Name;
            return _factory.FromFailure(text, failure);
        }
    }

    private object Identify(object? given)
    {
        if (IsNothing(given)) return Fail($"An id of a {_noun} is empty: it selects none.");
        var wrapped = PSObject.AsPSObject(given!);
        if (wrapped.BaseObject is string id) return _factory.FromText(id, isRow: false);
        if (_factory.FromResource(wrapped.BaseObject) is { } identity) return identity;
        if (FindColumn(wrapped) is not { } column)
            throw Unexpected(wrapped);
        if (column.Length == 0)
            return Fail(
                $"A row has no id of a {_noun} in its column {string.Join(" or ", Enumerable.Reverse(_columns))}: it selects none.");
        return _factory.FromText(column, isRow: FindResourceType(wrapped) is null);
    }

    /// <summary>Returns the id of a row; empty where its column is, null where there is no such column.</summary>
    private string? FindColumn(PSObject row)
    {
        string? found = null;
        // The id of a resource of another kind is none of this kind.
        var isForeign = FindResourceType(row) is { } type && type != _resource;
        // The last column is the resource's own id.
        foreach (var column in !isForeign ? _columns : IsStrict ? [] : _columns.Take(_columns.Length - 1))
            if (HasColumn(row, column, out var value))
            {
                var text = Unwrap(value)?.ToString()?.Trim();
                if (!string.IsNullOrEmpty(text)) return text;
                found = "";
            }

        return found;
    }

    private static bool HasColumn(PSObject row, string column, out object? value)
    {
        switch (row.BaseObject)
        {
            case IDictionary table:
                value = table.Contains(column) ? table[column] : null;
                return table.Contains(column);
            case IEnumerable<KeyValuePair<string, object?>> table:
                var cell = table.FirstOrDefault(item => string.Equals(item.Key, column, StringComparison.OrdinalIgnoreCase));
                value = cell.Value;
                return cell.Key is not null;
            default:
                var property = row.Properties[column];
                value = property?.Value;
                return property is not null;
        }
    }

    private object Fail(string why) => _factory.FromFailure("", Invalid(why));

    private PaperspaceException Invalid(string message) => PaperspaceException.InvalidRequest(message, _columns[_columns.Length - 1]);
}
