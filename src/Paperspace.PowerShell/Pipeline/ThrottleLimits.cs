namespace Paperspace.PowerShell;

/// <summary>Limits how many requests may be in flight at once.</summary>
internal static class ThrottleLimits
{
    /// <summary>Unless the caller says otherwise.</summary>
    public const int Default = 16;

    /// <summary>At the most.</summary>
    public const int Most = 256;
}
