namespace Paperspace.Client.Operations;

/// <summary>Tells how much speaks for reading a machine with its events.</summary>
internal enum RefreshPriority
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>Its state does not tell, and it was not read for long.</summary>
    Tentative,

    /// <summary>Its state says that the wait for it may be over.</summary>
    Required,
}
