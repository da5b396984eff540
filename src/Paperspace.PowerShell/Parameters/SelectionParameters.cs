using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Removes the items that select nothing from the selecting parameters of a cmdlet.</summary>
internal sealed class SelectionParameters
{
    private readonly PSCmdlet _cmdlet;
    private readonly (PropertyInfo Property, SelectionTransformationAttribute Attribute)[] _parameters;

    /// <summary>Creates the parameters of a cmdlet.</summary>
    public SelectionParameters(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
        _parameters =
        [
            .. from property in cmdlet.GetType().GetProperties()
            let attribute = property.GetCustomAttribute<SelectionTransformationAttribute>()
            where attribute is not null
            select (property, attribute),
        ];
    }

    /// <summary>Removes the items that select nothing from each list that is bound.</summary>
    /// <param name="check">Returns why an item cannot be used; null if it can.</param>
    /// <param name="failures">Receives what was given, and why it selects nothing.</param>
    /// <returns>Whether each of the parameters still selects something.</returns>
    public bool RemoveFailures(
        Func<object?, PaperspaceException?> check, ICollection<KeyValuePair<object, PaperspaceException>> failures)
    {
        var selects = true;
        foreach (var (property, attribute) in _parameters)
        {
            if (!_cmdlet.MyInvocation.BoundParameters.ContainsKey(property.Name)) continue;
            var value = property.GetValue(_cmdlet);
            if (value is not Array items)
            {
                if (check(value) is not { } unusable) continue;
                failures.Add(new KeyValuePair<object, PaperspaceException>(GetTarget(value), unusable));
                selects = false;
                continue;
            }

            var kept = new List<object>(items.Length);
            foreach (var item in items)
                if ((attribute.FindFailure(item) ?? check(item)) is not { } failure) kept.Add(item);
                else failures.Add(new KeyValuePair<object, PaperspaceException>(GetTarget(item), failure));
            if (kept.Count == items.Length) continue;
            var rest = Array.CreateInstance(property.PropertyType.GetElementType()!, kept.Count);
            for (var i = 0; i < kept.Count; i++) rest.SetValue(kept[i], i);
            property.SetValue(_cmdlet, rest);
            selects &= kept.Count > 0;
        }

        return selects;
    }

    private static string GetTarget(object? item) => (item as ResourceIdentity)?.Id ?? $"{item}";
}
