namespace Paperspace.PowerShell;

/// <summary>Takes a bare number for days.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DaysAttribute : TimeUnitAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DaysAttribute()
        : base(TimeSpan.FromDays(1), "days", "7.00:00:00")
    {
    }
}
