namespace Paperspace.PowerShell;

/// <summary>Tells how many machines of a command are to become ready.</summary>
/// <param name="Minimum">At the least; null for all.</param>
/// <param name="RemovesOthers">Whether what was created is removed where there are fewer.</param>
internal sealed record MachineGroupGoal(int? Minimum, bool RemovesOthers)
{
    /// <summary>Gets whether there is a number to reach, rather than each machine by itself.</summary>
    public bool IsSet => Minimum is not null || RemovesOthers;

    /// <summary>Returns how many of so many are to become ready.</summary>
    public int GetNumber(int total) => Minimum ?? total;
}
