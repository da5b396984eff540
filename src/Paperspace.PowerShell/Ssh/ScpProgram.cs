using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Runs <c>scp</c>, over the SFTP protocol where it has that: older versions have the remote shell expand paths.</summary>
internal sealed class ScpProgram
{
    private static readonly Version FirstWithSftp = new(8, 7);
    private static readonly Regex VersionPattern = new(@"OpenSSH_(?:for_Windows_)?(\d+\.\d+)", RegexOptions.CultureInvariant);

    private readonly string _path;
    private readonly bool _usesSftp;

    private ScpProgram(string path, bool usesSftp)
    {
        (_path, _usesSftp) = (path, usesSftp);
    }

    /// <summary>Finds it, and its version.</summary>
    /// <exception cref="PaperspaceException">It is not installed.</exception>
    public static async Task<ScpProgram> FindAsync(string ssh, CancellationToken cancellationToken)
    {
        var path = SshProgram.FindScp();
        var lines = new List<string>();
        using var process = SshProcess.StartPiped(ssh, ["-V"]);
        using var registration = cancellationToken.Register(process.Kill);
        await Task.Run(() => LineReader.Read(process.Error, lines.Add, static () => { }), cancellationToken).ConfigureAwait(false);
        await process.Ended.ConfigureAwait(false);
        var version = VersionPattern.Match(string.Join("\n", lines));
        return new ScpProgram(path, !version.Success || new Version(version.Groups[1].Value) >= FirstWithSftp);
    }

    /// <summary>Returns a source on a machine.</summary>
    public string GetSource(string host, string path) =>
        Combine(host, _usesSftp ? RemotePath.ToSftpPattern(path) : RemotePath.ToShellWord(path, hasWildcards: true));

    /// <summary>Returns a target on a machine.</summary>
    public string GetTarget(string host, string path) =>
        Combine(host, _usesSftp ? path : RemotePath.ToShellWord(path, hasWildcards: false));

    /// <summary>Copies.</summary>
    /// <param name="endpoint">The machine.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="target">The target.</param>
    /// <param name="recurses">Whether folders are copied.</param>
    /// <param name="isAtTerminal">Whether it shows its progress at the terminal.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code, and what it wrote.</returns>
    public async Task<(int ExitCode, IReadOnlyList<string> Messages)> RunAsync(
        SshEndpoint endpoint,
        IReadOnlyList<string> sources,
        string target,
        bool recurses,
        bool isAtTerminal,
        CancellationToken cancellationToken)
    {
        // -T: older versions compare the names that are sent with the quoted path.
        IReadOnlyList<string> arguments =
        [
            .. endpoint.GetUnattendedOptions(), _usesSftp ? "-s" : "-T", .. recurses ? ["-r"] : Array.Empty<string>(),
            "--", .. sources, target,
        ];
        using var process = isAtTerminal
            ? SshProcess.StartAtTerminal(_path, arguments, capturesErrors: true)
            : SshProcess.StartPiped(_path, arguments);
        using var registration = cancellationToken.Register(process.Kill);
        var messages = await process.ReadMessagesAsync(static _ => { }).ConfigureAwait(false);
        var exitCode = await process.Ended.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (exitCode, messages);
    }

    private static string Combine(string host, string path) => (host.IndexOf(':') >= 0 ? $"[{host}]" : host) + ":" + path;
}
