namespace Paperspace;

/// <summary>Names the kinds of resources that operations act on.</summary>
public static class ResourceKinds
{
    /// <summary>A machine.</summary>
    public const string Machine = "machine";

    /// <summary>A template.</summary>
    public const string Template = "template";

    /// <summary>A static public IP address.</summary>
    public const string PublicIp = "public IP";

    /// <summary>A snapshot of a machine's disk.</summary>
    public const string Snapshot = "snapshot";
}
