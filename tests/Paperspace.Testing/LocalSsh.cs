namespace Paperspace.Testing;

/// <summary>Creates programs <c>ssh</c> and <c>scp</c> that run everything on this computer, for tests of what uses SSH where no server
/// runs. Each machine has its own home folder and is idle: no load, no user, and up for a day. Not on Windows.</summary>
public sealed class LocalSsh : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Creates the programs.</summary>
    public LocalSsh(bool hasGpu = false)
    {
        foreach (var name in new[] { "bin", "remote", "home" }) Directory.CreateDirectory(_folder.In(name));
        Write(
            "bin/ssh",
            $"""
            for last; do
              case $last in HostKeyAlias=*) machine=$last ;; esac
            done
            case " $* " in
              *" -V "*) echo OpenSSH_9.9p1 >&2; exit 0 ;;
              *" -G "*) printf 'hostname %s\nproxycommand local\n' "$last"; exit 0 ;;
            esac
            case $last in
              "exec sh "*) home='{_folder.In("home")}'/$machine; mkdir -p "$home/project"; cd "$home"; HOME="$home" PATH='{_folder.In("remote")}':$PATH exec sh -c "$last" ;;
            esac
            """);
        Write("bin/scp", "exit 0");
        Write(
            "remote/cat",
            """
            case $1 in
              /proc/loadavg) echo '0.00 0.01 0.02 1/100 1234' ;;
              /proc/uptime) echo '86400.00 86000.00' ;;
              *) exec /bin/cat "$@" ;;
            esac
            """);
        Write("remote/who", "exit 0");
        Write("remote/python3", "exit 0");
        if (hasGpu) Write("remote/nvidia-smi", """case $1 in -L) echo 'GPU 0: Quadro P4000' ;; *) exit 127 ;; esac""");
        Environment = [("PATH", $"{_folder.In("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}")];
    }

    /// <summary>Gets the environment variables that put the programs first.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; }

    /// <summary>Makes each connection fail.</summary>
    public void Break() => Write("bin/ssh", """case " $* " in *" -G "*) exit 0 ;; esac; echo 'Host key verification failed.' >&2; exit 255""");

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void Write(string name, string script)
    {
        // The programs need those of the system, which PATH may not name.
        File.WriteAllText(_folder.In(name), $"#!/bin/sh\nPATH=$PATH:/usr/bin:/bin\n{script.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.In(name), (UnixFileMode)0x1ED);
    }
}
