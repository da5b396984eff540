namespace Paperspace.Simulator;

/// <summary>How a field's text goes into JSON and how a filter compares it.</summary>
internal enum FieldKind
{
    Text,
    Literal,
    Date,
}
