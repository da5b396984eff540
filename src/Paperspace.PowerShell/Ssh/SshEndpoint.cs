using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Represents a machine at an address, and how it is connected to.</summary>
internal sealed class SshEndpoint
{
    /// <summary>How often ssh asks a silent machine for a sign of life; after three times without, the connection is lost.</summary>
    private const int AliveInterval = 15;

    private const int MaxTrySeconds = 15;

    private readonly SshParameters _parameters;

    /// <summary>Creates an endpoint.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="host">Its address.</param>
    /// <param name="isFresh">Whether it was started or created just now: services may still be on their way.</param>
    /// <param name="isNew">Whether it was created just now: its keys may still be on their way.</param>
    /// <param name="parameters">How it is connected to.</param>
    public SshEndpoint(Machine machine, string host, bool isFresh, bool isNew, SshParameters parameters)
    {
        (Machine, Host, IsFresh, IsNew, _parameters) = (machine, host, isFresh, isNew, parameters);
    }

    /// <summary>Gets the machine.</summary>
    public Machine Machine { get; }

    /// <summary>Gets the address.</summary>
    public string Host { get; }

    /// <summary>Gets whether services of the machine may still be on their way.</summary>
    public bool IsFresh { get; }

    /// <summary>Gets whether the keys of the machine may still be on their way.</summary>
    public bool IsNew { get; }

    /// <summary>Gets the user to log in as.</summary>
    public string UserName => _parameters.UserName;

    /// <summary>Gets the private key that was specified; null for those of ssh.</summary>
    public string? IdentityFile => _parameters.IdentityFile;

    /// <summary>Gets what ssh is configured to do with it; null until it was asked.</summary>
    public SshConfiguration? Configuration { get; set; }

    /// <summary>Gets how long to try to connect.</summary>
    public TimeSpan ConnectTimeout => _parameters.ConnectTimeout ?? TimeSpan.FromSeconds(IsFresh ? 180 : 20);

    /// <summary>Gets how long a login may take until the shell runs: startup files may be slow, or hang.</summary>
    public TimeSpan LoginTimeout => _parameters.ConnectTimeout + TimeSpan.FromSeconds(5) ?? TimeSpan.FromMinutes(IsFresh ? 3 : 1);

    /// <summary>Gets the arguments that ssh and scp share. What the user specified comes first, since the first value of an option is
    /// the one that counts.</summary>
    public IReadOnlyList<string> GetOptions()
    {
        var options = _parameters.Options.ToList();
        // The key is kept by the machine's id: a new address of the same machine is no alarm, another machine at its address is.
        options.Add($"HostKeyAlias={Machine.Id}");
        options.Add("CheckHostIP=no");
        options.Add($"User={_parameters.UserName}");
        if (_parameters.Port is { } port) options.Add("Port=" + port.ToString(CultureInfo.InvariantCulture));
        var trySeconds = (int)Math.Min(MaxTrySeconds, Math.Max(1, Math.Ceiling(ConnectTimeout.TotalSeconds)));
        options.Add("ConnectTimeout=" + trySeconds.ToString(CultureInfo.InvariantCulture));
        if (Configuration is { AsksForHostKeys: true }) options.Add("StrictHostKeyChecking=accept-new");
        if (Configuration is { ServerAliveInterval: 0 })
            options.Add("ServerAliveInterval=" + AliveInterval.ToString(CultureInfo.InvariantCulture));
        var arguments = options.SelectMany(option => new[] { "-o", option });
        return [.. _parameters.IdentityFile is { } file ? arguments.Concat(["-i", file]) : arguments];
    }

    /// <summary>Gets the arguments for a connection without a terminal, at which nobody can be asked.</summary>
    public IReadOnlyList<string> GetUnattendedOptions() =>
    [
        .. GetOptions(), "-o", "BatchMode=yes", "-o", "ClearAllForwardings=yes", "-o", "ControlMaster=no", "-o", "LogLevel=INFO",
    ];

    /// <inheritdoc/>
    public override string ToString() => MachineDescriptor.Instance.Identify(Machine).ToString();
}
