using System.Globalization;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Represents a script file that runs on a machine, with its arguments.</summary>
internal sealed class RemoteFile
{
    private readonly string _name;
    private readonly IReadOnlyList<string> _arguments;
    private readonly bool _namesInterpreter;
    private readonly bool _isPython;

    /// <summary>Creates a file.</summary>
    /// <param name="name">Its name on the machine.</param>
    /// <param name="content">What is in it. The line ends of Windows are replaced in text, since no shell of Linux takes them.</param>
    /// <param name="arguments">Its arguments.</param>
    public RemoteFile(string name, byte[] content, IReadOnlyList<string> arguments)
    {
        _name = PosixShell.Quote(name, "FilePath");
        Content = WithoutWindowsLineEnds(WithoutByteOrderMark(content));
        _arguments = arguments;
        _isPython = name.EndsWith(".py", StringComparison.OrdinalIgnoreCase);
        _namesInterpreter = Content is [(byte)'#', (byte)'!', ..];
    }

    /// <summary>Gets what is in it.</summary>
    public byte[] Content { get; }

    /// <summary>Creates a file with a command of the user's shell.</summary>
    public static RemoteFile FromCommand(string command) => new("command", Encoding.UTF8.GetBytes(command), []);

    /// <summary>Returns the commands that save it in a folder, from descriptor 3.</summary>
    /// <param name="folder">The folder, quoted.</param>
    public string Save(string folder) => string.Format(
        CultureInfo.InvariantCulture,
        "head -c {0} <&3 >{1}/{2} && [ \"$(wc -c <{1}/{2})\" -eq {0} ] && chmod 700 {1}/{2}",
        Content.Length,
        folder,
        _name);

    /// <summary>Returns the command that runs it: by the interpreter that it names, by Python, or by the user's shell.</summary>
    /// <param name="folder">The folder, quoted.</param>
    public string Run(string folder)
    {
        var arguments = string.Concat(_arguments.Select(argument => " " + PosixShell.Quote(argument, "ArgumentList")));
        return (_namesInterpreter ? "" : _isPython ? "python3 -u " : "\"${SHELL:-/bin/sh}\" ") + $"{folder}/{_name}{arguments}";
    }

    private static byte[] WithoutByteOrderMark(byte[] content) =>
        content is [0xEF, 0xBB, 0xBF, ..] ? [.. content.Skip(3)] : content;

    private static byte[] WithoutWindowsLineEnds(byte[] content)
    {
        if (Array.IndexOf(content, (byte)'\r') < 0 || Array.IndexOf(content, (byte)0) >= 0) return content;
        var kept = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
                kept.Add(content[i]);
        return [.. kept];
    }
}
