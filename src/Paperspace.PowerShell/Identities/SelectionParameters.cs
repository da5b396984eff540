using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Finds the selecting parameters of a cmdlet, and takes out of their values what selects nothing.</summary>
internal static class SelectionParameters
{
    /// <summary>Takes out of each list that is bound what selects nothing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="failures">Receives what was given, and why it selects nothing.</param>
    /// <returns>Whether each of them still selects something.</returns>
    public static bool RemoveFailures(PSCmdlet cmdlet, ICollection<KeyValuePair<object, PaperspaceException>> failures)
    {
        var selects = true;
        foreach (var property in cmdlet.GetType().GetProperties())
        {
            if (!cmdlet.MyInvocation.BoundParameters.ContainsKey(property.Name)) continue;
            if (property.GetCustomAttribute<SelectionTransformationAttribute>() is not { } attribute) continue;
            if (property.GetValue(cmdlet) is not Array items) continue;
            var kept = new List<object>(items.Length);
            foreach (var item in items)
                if (attribute.FindFailure(item) is not { } failure) kept.Add(item);
                else failures.Add(new KeyValuePair<object, PaperspaceException>((item as IResourceIdentity)?.Id ?? item ?? "", failure));
            if (kept.Count == items.Length) continue;
            var rest = Array.CreateInstance(property.PropertyType.GetElementType()!, kept.Count);
            for (var i = 0; i < kept.Count; i++) rest.SetValue(kept[i], i);
            property.SetValue(cmdlet, rest);
            selects &= kept.Count > 0;
        }

        return selects;
    }
}
