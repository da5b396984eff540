namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.PublicIpType"/>. The API may send others.</summary>
public static class PublicIpTypes
{
    /// <summary>The address is kept while the machine is off, and after the machine is deleted, until it is released.</summary>
    public const string Static = "static";

    /// <summary>An address is assigned at each start and released at each stop.</summary>
    public const string Dynamic = "dynamic";

    /// <summary>The machine has no public address.</summary>
    public const string None = "none";
}
