namespace Paperspace.Simulator;

/// <summary>Says what a number is drawn for, so that numbers for different things are independent.</summary>
internal enum RandomPurpose
{
    Id,
    Guid,
    Jitter,
    Kind,
    State,
    History,
    Storage,
    Capacity,
}
