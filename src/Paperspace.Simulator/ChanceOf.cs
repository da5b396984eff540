namespace Paperspace.Simulator;

/// <summary>What a draw is for, so that draws for different things are independent.</summary>
internal enum ChanceOf
{
    Id,
    Handle,
    Jitter,
    Kind,
    State,
    History,
    Storage,
}
