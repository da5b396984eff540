namespace Paperspace.PowerShell;

/// <summary>Takes a bare number for hours.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HoursAttribute : TimeUnitAttribute
{
    /// <summary>Creates the attribute.</summary>
    public HoursAttribute()
        : base(TimeSpan.FromHours(1), "hours", "2.00:00:00")
    {
    }
}
