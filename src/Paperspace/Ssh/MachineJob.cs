namespace Paperspace;

/// <summary>Represents a command that runs detached on a machine.</summary>
public sealed class MachineJob : Resource
{
    /// <summary>Gets or sets the name, which is unique on the machine.</summary>
    public string JobName { get; set; } = "";

    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the name of the machine; null if it has none.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the time when the job was started, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets the user that it was started as.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Gets or sets the port that the machine was connected to; null for the one that ssh is configured to use.</summary>
    public int? Port { get; set; }

    /// <summary>Gets or sets the address that was used in place of the machine's public address; null for that.</summary>
    public string? HostName { get; set; }

    /// <summary>Gets or sets the file of the private key; null for those of ssh.</summary>
    public string? IdentityFile { get; set; }

    /// <summary>Gets or sets the options of ssh.</summary>
    public IReadOnlyList<string> SshOption { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{JobName} on {MachineId}";
}
