namespace Paperspace;

/// <summary>Names what can be done with a resource, where one API has it and another has not.</summary>
public enum ResourceAction
{
    /// <summary>Creating one.</summary>
    Create,

    /// <summary>Changing its settings.</summary>
    Update,

    /// <summary>Deleting it.</summary>
    Delete,
}
