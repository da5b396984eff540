using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Removes the items that select nothing from the selecting parameters of a cmdlet.</summary>
internal sealed class SelectionParameters
{
    private readonly PSCmdlet _cmdlet;
    private readonly (PropertyInfo Property, SelectionTransformationAttribute Attribute)[] _lists;

    /// <summary>Creates the parameters of a cmdlet.</summary>
    public SelectionParameters(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
        _lists =
        [
            .. from property in cmdlet.GetType().GetProperties()
            where property.PropertyType.IsArray
            let attribute = property.GetCustomAttribute<SelectionTransformationAttribute>()
            where attribute is not null
            select (property, attribute),
        ];
    }

    /// <summary>Removes the items that select nothing from each list that is bound.</summary>
    /// <param name="failures">Receives what was given, and why it selects nothing.</param>
    /// <returns>Whether each of the lists still selects something.</returns>
    public bool RemoveFailures(ICollection<KeyValuePair<object, PaperspaceException>> failures)
    {
        var selects = true;
        foreach (var (property, attribute) in _lists)
        {
            if (!_cmdlet.MyInvocation.BoundParameters.ContainsKey(property.Name)) continue;
            if (property.GetValue(_cmdlet) is not Array items) continue;
            var kept = new List<object>(items.Length);
            foreach (var item in items)
                if (attribute.FindFailure(item) is not { } failure) kept.Add(item);
                else failures.Add(new KeyValuePair<object, PaperspaceException>((item as ResourceIdentity)?.Id ?? $"{item}", failure));
            if (kept.Count == items.Length) continue;
            var rest = Array.CreateInstance(property.PropertyType.GetElementType()!, kept.Count);
            for (var i = 0; i < kept.Count; i++) rest.SetValue(kept[i], i);
            property.SetValue(_cmdlet, rest);
            selects &= kept.Count > 0;
        }

        return selects;
    }
}
