namespace Paperspace.Simulator;

/// <summary>Says how a field's text goes into JSON and how a filter compares it.</summary>
internal enum JsonFieldKind
{
    Text,
    Literal,
    Date,
}
