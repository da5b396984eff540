using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads truth values for switches, which the engine would turn on for an empty cell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SwitchTransformationAttribute : BooleanTransformationAttribute
{
    /// <inheritdoc/>
    private protected override object Nothing => new SwitchParameter(false);
}
