namespace Paperspace.PowerShell;

/// <summary>Holds a bar of a chart.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Projected">How long it will be; no less than the value.</param>
internal readonly record struct Bar(string Label, double Value, string Text, double Projected = 0);
