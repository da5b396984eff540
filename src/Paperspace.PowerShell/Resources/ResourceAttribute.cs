using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.PowerShell;

/// <summary>Transforms a value into the identity of a resource: a string, the resource (live or deserialized), or a row or dictionary with
/// its id; alone or in any enumerable, wrapped by the engine or not.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ResourceAttribute : SelectionTransformationAttribute
{
    private const string ModulePrefix = "Paperspace.";
    private const string DeserializedPrefix = "Deserialized.";
    private const string DataRowType = "System.Data.DataRow";

    private static readonly string[] Delimiters = [";", "\t"];

    private readonly ResourceDescriptor _descriptor;
    private readonly string _type;
    private readonly string _noun;
    private readonly IReadOnlyList<string> _idProperties;
    private readonly IReadOnlyList<string> _nameProperties;

    /// <summary>Creates the attribute.</summary>
    /// <param name="descriptor">The type of the noun's descriptor.</param>
    public ResourceAttribute(Type descriptor)
        : this(ResourceDescriptor.Get(descriptor))
    {
    }

    internal ResourceAttribute(ResourceDescriptor descriptor)
    {
        _descriptor = descriptor;
        _type = descriptor.ResourceType.FullName!;
        _noun = descriptor.Noun;
        _idProperties = descriptor.IdProperties;
        _nameProperties = descriptor.NameProperties;
    }

    /// <summary>Gets or sets whether the parameter takes one resource. Null is left to the cmdlet then: in a row it means unset, on the
    /// command line it is a mistake or the value for none.</summary>
    public bool IsSingle { get; set; }

    /// <summary>Gets or sets whether a resource of another noun is left to another parameter of the pipeline.</summary>
    public bool LeavesOthers { get; set; }

    /// <summary>Gets or sets whether everything but a string and a resource of this noun is left to other parameters of the pipeline: the
    /// user id of a machine is not the id of a user that was given.</summary>
    public bool IsStrict { get; set; }

    /// <summary>Gets or sets whether a string is an id, and never a name.</summary>
    public bool IsId { get; set; }

    private string Columns => string.Join(", ", [.. _idProperties, .. _nameProperties]);

    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => (item as ResourceIdentity)?.Failure;

    /// <summary>Returns the identity of a resource of this noun, live or deserialized; null for anything else.</summary>
    internal static ResourceIdentity? Find(ResourceDescriptor descriptor, PSObject value) =>
        FindResourceType(value) == descriptor.ResourceType.FullName ? new ResourceAttribute(descriptor).Identify(value) : null;

    /// <summary>Returns the type of a resource of the module, live or deserialized; null for anything else.</summary>
    internal static string? FindResourceType(PSObject value)
    {
        var type = value.TypeNames.FirstOrDefault() ?? "";
        if (type.StartsWith(DeserializedPrefix, StringComparison.Ordinal)) type = type.Substring(DeserializedPrefix.Length);
        return type.StartsWith(ModulePrefix, StringComparison.Ordinal) ? type : null;
    }

    /// <inheritdoc/>
    private protected override object? Convert(object? given)
    {
        var items = GetItems(given, IsItem);
        if (items.Count == 1 && items[0] is { } item && IsLeft(PSObject.AsPSObject(item)))
        {
            var failure = Unexpected(PSObject.AsPSObject(item));
            // The engine tries another parameter only if a value cannot be cast.
            throw new ArgumentTransformationMetadataException(failure.Message, new PSInvalidCastException(failure.Message));
        }

        if (IsSingle) return ConvertOne(items);
        return _descriptor.ToArray(items.Count > 0
            ? items.Select(IdentifyOrFail)
            : [Fail($"The list of {_noun}s is empty.")]);
    }

    private ResourceIdentity? ConvertOne(IReadOnlyList<object?> items) => items.Count switch
    {
        0 => Fail($"The {_noun} is empty. Specify a value or omit the parameter."),
        1 => ReferenceEquals(items[0], AutomationNull.Value) || Unwrap(items[0]) is not null ? IdentifyOrFail(items[0]) : null,
        _ => throw Invalid($"{items.Count} {_noun}s were given where one is expected."),
    };

    private bool IsLeft(PSObject value)
    {
        if (!LeavesOthers && !IsStrict) return false;
        if (
            value.BaseObject is string
            || _descriptor.FromResource(value.BaseObject) is not null
            || ReferenceEquals(value, AutomationNull.Value))
            return false;
        var type = FindResourceType(value);
        return IsStrict ? type != _type : type is not null && type != _type && FindId(value) is null;
    }

    private PaperspaceException Unexpected(PSObject value)
    {
        if (FindResourceType(value) is not null || !IsRow(value.BaseObject))
            return Invalid(
                $"{DescribeType(value)} was given where a {_noun} was expected. Specify an id such as '{_descriptor.ExampleId}', a name, a "
                    + $"{_noun}, or a row with one of the columns {Columns}.");
        var columns = GetColumns(value).ToArray();
        return columns is [var only] && Array.Find(Delimiters, only.Contains) is { } delimiter
            ? Invalid(
                $"The row has one column, '{TerminalText.Sanitize(only)}'. If it was read from a file, use Import-Csv -Delimiter "
                    + (delimiter == "\t" ? "\"`t\"." : $"'{delimiter}'."))
            : Invalid($"The row has no column that identifies a {_noun}. Add one of the columns {Columns}.");
    }

    internal static string DescribeType(PSObject value)
    {
        var type = FindResourceType(value)?.Split('.').Last() ?? value.BaseObject.GetType().Name.Split('`')[0];
        return type[0] is 'A' or 'E' or 'I' or 'O' ? $"An {type}" : $"A {type}";
    }

    /// <summary>Returns whether an object is a row of a table, whose columns mean what their names say: the id of a process is not the id of
    /// a machine.</summary>
    private static bool IsRow(object value) =>
        value is PSCustomObject or IDictionary or IEnumerable<KeyValuePair<string, object?>>
        || value.GetType().FullName == DataRowType
        || value.GetType().Assembly.IsDynamic;

    private bool IsItem(object value)
    {
        var wrapped = PSObject.AsPSObject(value);
        return IsRow(wrapped.BaseObject) || FindId(wrapped) is not null;
    }

    private ResourceIdentity IdentifyOrFail(object? given)
    {
        try
        {
            var identity = Identify(given);
            identity.Owner ??= (Unwrap(given) as Resource)?.Owner;
            return identity;
        }
        catch (PaperspaceException failure)
        {
            var text = Unwrap(given) is string id ? id : given is null ? "" : Unwrap(given)!.GetType().Name;
            return _descriptor.FromFailure(text, failure);
        }
    }

    private ResourceIdentity Identify(object? given)
    {
        if (IsNothing(given)) return Fail($"The {_noun} id is empty.");
        var wrapped = PSObject.AsPSObject(given!);
        if (wrapped.BaseObject is string text) return IsId ? FromId(text) : _descriptor.FromString(text);
        if (_descriptor.FromResource(wrapped.BaseObject) is { } identity) return identity;
        return FindId(wrapped) switch
        {
            null => FindByName(wrapped) ?? throw Unexpected(wrapped),
            "" => Fail($"The {_noun} id in the column {string.Join(" or ", _idProperties.Reverse())} is empty."),
            var id => _descriptor.FromId(id, isRow: FindResourceType(wrapped) is null),
        };
    }

    /// <summary>Returns the resource that a row names; null if the row has no such column.</summary>
    private ResourceIdentity? FindByName(PSObject row)
    {
        if (FindResourceType(row) is not null || !IsRow(row.BaseObject)) return null;
        ResourceIdentity? found = null;
        foreach (var column in _nameProperties)
        {
            if (!HasColumn(row, column, out var value)) continue;
            if (Unwrap(value) is { } item && _descriptor.FromResource(item) is { } resource) return _descriptor.FromId(resource.Id, isRow: true);
            if (Unwrap(value) is string name && !string.IsNullOrWhiteSpace(name)) return _descriptor.FromString(name, isRow: true);
            found ??= Fail($"The {_noun} name in the column {column} is empty.");
        }

        return found;
    }

    private ResourceIdentity FromId(string id)
    {
        try
        {
            return _descriptor.FromId(id, isRow: false);
        }
        catch (PaperspaceException invalid)
        {
            throw invalid.WithMessage($"{invalid.Message} -{_descriptor.ResourceType.Name} takes a name.");
        }
    }

    /// <summary>Returns the id of a row; empty if its column is, null if it has no such column.</summary>
    private string? FindId(PSObject row)
    {
        string? found = null;
        // The own id of a resource of another noun, or of an object that is no row, is not an id of this one.
        var type = FindResourceType(row);
        var isForeign = type is null ? !IsRow(row.BaseObject) : type != _type;
        foreach (var column in !isForeign ? _idProperties : IsStrict ? [] : _idProperties.Take(_idProperties.Count - 1))
            if (HasColumn(row, column, out var value) && Unwrap(value) is null or string)
            {
                var text = (Unwrap(value) as string)?.Trim();
                if (!string.IsNullOrEmpty(text)) return text;
                found = "";
            }

        return found;
    }

    private static bool HasColumn(PSObject row, string column, out object? value)
    {
        value = null;
        // The headings of a spreadsheet may have spaces: Machine Name.
        if ((FindColumn(column) ?? FindColumn(null)) is not { } found) return false;
        value = row.BaseObject switch
        {
            IDictionary table => table[found],
            IEnumerable<KeyValuePair<string, object?>> table => table.First(item => item.Key == found).Value,
            _ => row.Properties[found].Value,
        };
        return true;

        string? FindColumn(string? exact) => exact is not null && row.BaseObject is PSCustomObject
            ? row.Properties[exact]?.Name
            : GetColumns(row).FirstOrDefault(name => string.Equals(
                exact is null ? name.Replace(" ", "") : name, column, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> GetColumns(PSObject row) => row.BaseObject switch
    {
        IDictionary table => table.Keys.OfType<string>(),
        IEnumerable<KeyValuePair<string, object?>> table => table.Select(item => item.Key),
        _ => row.Properties.Select(property => property.Name),
    };

    private ResourceIdentity Fail(string why) => _descriptor.FromFailure("", Invalid(why));

    private PaperspaceException Invalid(string message) =>
        PaperspaceException.InvalidRequest(message, _idProperties[_idProperties.Count - 1]);
}
