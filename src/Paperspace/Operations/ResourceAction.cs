namespace Paperspace;

/// <summary>Specifies an action on a resource that not every API supports.</summary>
public enum ResourceAction
{
    /// <summary>Lists or reads resources, or reads a script's text.</summary>
    Read,

    /// <summary>Creates a resource.</summary>
    Create,

    /// <summary>Changes a resource's settings.</summary>
    Update,

    /// <summary>Deletes a resource.</summary>
    Delete,

    /// <summary>Assigns a resource to a machine, or unassigns it.</summary>
    Assign,

    /// <summary>Restores a machine to a snapshot.</summary>
    Restore,
}
