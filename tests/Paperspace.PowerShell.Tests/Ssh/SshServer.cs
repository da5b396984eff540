using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>A real <c>sshd</c> on a free port of loopback, with keys made for it and a home of its own, for the tests of one
/// class.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private static readonly ExternalProgram Sshd = new(
        "sshd", "PAPERSPACE_SSHD", "Install the package openssh-server.", ["sshd"], "/usr/sbin", "/usr/local/sbin");

    private static readonly ExternalProgram Client = new("ssh", "PAPERSPACE_SSH", "Install the package openssh-client.", ["ssh", "ssh.exe"]);

    private static readonly ExternalProgram KeyGenerator = new(
        "ssh-keygen", "PAPERSPACE_SSH_KEYGEN", "Install the package openssh-client.", ["ssh-keygen"]);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private Process? _process;

    /// <summary>The port that it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The home that a command has.</summary>
    public string Home => _folder.In("home");

    /// <summary>The private key that it accepts; its path has what a command line has to quote.</summary>
    public string Key => _folder.In("keys", "my \"key\" \\");

    /// <summary>A private key that it does not accept.</summary>
    public string OtherKey => _folder.In("keys", "other");

    /// <summary>A private key with a passphrase.</summary>
    public string LockedKey => _folder.In("keys", "locked");

    /// <summary>What ssh knows of host keys.</summary>
    public string KnownHosts => _folder.In("known_hosts");

    /// <summary>The user that logs in.</summary>
    public static string UserName => Environment.UserName;

    private static bool IsAvailable => new[] { Sshd, Client, KeyGenerator }.All(program => program.Path is not null) && !OperatingSystem.IsWindows();

    /// <summary>Skips the test where there is no server or client.</summary>
    public static void Require()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server of the tests runs on Linux and macOS.");
        foreach (var program in new[] { Sshd, Client, KeyGenerator }) program.Require();
    }

    /// <summary>Skips the test where there is no client.</summary>
    public static void RequireClient() => Client.Require();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!IsAvailable) return;
        foreach (var name in new[] { "home", "bin", "keys" }) Directory.CreateDirectory(_folder.In(name));
        // sshd that is started by root wants it, and nothing has made it where no service runs.
        if (Environment.UserName == "root") Directory.CreateDirectory("/run/sshd");
        foreach (var key in new[] { Key, OtherKey, _folder.In("keys", "host") })
            await RunAsync(KeyGenerator.Require(), "-q", "-t", "ed25519", "-N", "", "-f", key);
        await RunAsync(KeyGenerator.Require(), "-q", "-t", "ed25519", "-N", "a passphrase", "-f", LockedKey);
        File.Copy(Key + ".pub", _folder.In("authorized_keys"));
        await StartAsync();
    }

    /// <summary>Puts a program on the PATH that commands have.</summary>
    public void AddProgram(string name, string script)
    {
        File.WriteAllText(_folder.In("bin", name), script.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(_folder.In("bin", name), (UnixFileMode)0x1ED);
    }

    /// <summary>Removes a program again.</summary>
    public void RemoveProgram(string name) => File.Delete(_folder.In("bin", name));

    /// <summary>Writes a file into the home that commands have.</summary>
    public string Write(string name, string text) => _folder.Write(Path.Combine("home", name), text);

    /// <summary>Makes ssh know another host key for a name than the server has.</summary>
    public void KnowWrongKey(string name)
    {
        var parts = File.ReadAllText(OtherKey + ".pub").Split(' ');
        File.AppendAllText(KnownHosts, $"{name} {parts[0]} {parts[1]}\n");
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await Eventually.EndsAsync(process.StandardOutput.ReadToEndAsync());
        await Eventually.EndsAsync(process.WaitForExitAsync());
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        _process?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = FindFreePort();
            // SetEnv gives commands a home and a PATH of the test's, whoever logs in.
            var config = _folder.Write(
                "sshd_config",
                $"""
                Port {Port}
                ListenAddress 127.0.0.1
                HostKey {_folder.In("keys", "host")}
                AuthorizedKeysFile {_folder.In("authorized_keys")}
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin yes
                PidFile none
                MaxStartups 500
                Subsystem sftp internal-sftp
                SetEnv HOME={Home} PATH={_folder.In("bin")}:/usr/local/bin:/usr/bin:/bin SHELL=/bin/bash

                """);
            _process = Process.Start(new ProcessStartInfo(Sshd.Path!, ["-D", "-e", "-f", config]) { RedirectStandardError = true })!;
            _process.ErrorDataReceived += (_, line) =>
            {
                lock (_log) _log.AppendLine(line.Data);
            };
            _process.BeginErrorReadLine();
            await Eventually.IsTrueAsync(() => _process.HasExited || Log.Contains("Server listening", StringComparison.Ordinal));
            if (!_process.HasExited) return;
            // Somebody else took the port first.
            if (attempt == 3) Assert.Fail($"sshd does not start.\n{Log}");
            _process.Dispose();
        }
    }

    private string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
