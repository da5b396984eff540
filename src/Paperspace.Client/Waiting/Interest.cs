namespace Paperspace.Client.Waiting;

/// <summary>How much a machine's state says about whether its events are worth asking for.</summary>
internal enum Interest
{
    /// <summary>It is on its way.</summary>
    None,

    /// <summary>It rests, and what it was to do may have passed or failed unseen.</summary>
    Suspected,

    /// <summary>It has arrived or failed, by its state.</summary>
    Certain,
}
