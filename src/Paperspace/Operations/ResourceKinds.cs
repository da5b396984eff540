namespace Paperspace;

/// <summary>Names the kinds of resources that operations are about.</summary>
public static class ResourceKinds
{
    /// <summary>A machine.</summary>
    public const string Machine = "machine";

    /// <summary>A template.</summary>
    public const string Template = "template";

    /// <summary>A static public address.</summary>
    public const string PublicIp = "public IP";

    /// <summary>A snapshot of a machine's disk.</summary>
    public const string Snapshot = "snapshot";
}
