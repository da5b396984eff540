namespace Paperspace.PowerShell;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">The name.</param>
/// <param name="Value">The length.</param>
/// <param name="Text">The formatted value.</param>
/// <param name="Projected">The projected length, at least the value.</param>
internal readonly record struct Bar(string Label, double Value, string Text, double Projected = 0);
