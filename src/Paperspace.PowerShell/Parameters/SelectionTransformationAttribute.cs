using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.PowerShell;

/// <summary>Marks a parameter that selects what a command is about, and transforms what is given for it. What is null or empty selects
/// nothing: it never means all, nor a default. One bad item leaves the others of its list as they are.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class SelectionTransformationAttribute : ArgumentTransformationAttribute
{
    private const int MostNested = 8;

    private protected SelectionTransformationAttribute()
    {
    }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Convert(inputData);
        }
        catch (PaperspaceException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }

    /// <summary>Returns why an item of the parameter's value selects nothing; null where it selects something.</summary>
    internal abstract PaperspaceException? FindFailure(object? item);

    /// <summary>Returns the parameter's value.</summary>
    /// <exception cref="PaperspaceException">What was given cannot be one.</exception>
    private protected abstract object? Convert(object? given);

    /// <summary>Returns whether what was given is nothing at all.</summary>
    private protected static bool IsNothing(object? given) =>
        Unwrap(given) is null
        || ReferenceEquals(given, AutomationNull.Value)
        || (Unwrap(given) is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>Returns what the engine has wrapped.</summary>
    private protected static object? Unwrap(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;

    /// <summary>Returns the items of what was given: of any enumerable, wrapped or not, also of those within it; or the value
    /// alone.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="isItem">Whether a value is an item although it can be enumerated.</param>
    private protected static IReadOnlyList<object?> GetItems(object? given, Func<object, bool> isItem)
    {
        var items = new List<object?>();
        Add(given, 0);
        return items;

        void Add(object? value, int depth)
        {
            var inner = Unwrap(value);
            if (depth < MostNested && inner is IEnumerable list and not string && !isItem(value!))
                foreach (var item in list)
                    Add(item, depth + 1);
            else
                items.Add(value);
        }
    }
}
