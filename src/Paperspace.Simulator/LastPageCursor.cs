namespace Paperspace.Simulator;

/// <summary>Says what the last page of a list has for the cursor of the next one.</summary>
public enum LastPageCursor
{
    /// <summary>A null.</summary>
    Null,

    /// <summary>Nothing: the field is left out.</summary>
    Absent,

    /// <summary>An empty text.</summary>
    Empty,
}
