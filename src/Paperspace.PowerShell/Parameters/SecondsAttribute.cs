namespace Paperspace.PowerShell;

/// <summary>Takes a bare number for seconds, as <c>Wait-Job</c> does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : TimeUnitAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SecondsAttribute()
        : base(TimeSpan.FromSeconds(1), "seconds", "00:10:00")
    {
    }
}
