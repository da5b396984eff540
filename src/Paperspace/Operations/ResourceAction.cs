namespace Paperspace;

/// <summary>Names what can be done with a resource, where one API has it and another has not.</summary>
public enum ResourceAction
{
    /// <summary>Reading them, and what is in them.</summary>
    Read,

    /// <summary>Creating one.</summary>
    Create,

    /// <summary>Changing its settings.</summary>
    Update,

    /// <summary>Deleting it.</summary>
    Delete,

    /// <summary>Assigning it to a machine, or taking it from one.</summary>
    Assign,

    /// <summary>Setting a machine back to it.</summary>
    Restore,
}
