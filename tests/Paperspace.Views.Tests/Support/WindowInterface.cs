using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace Paperspace.Views.Tests;

/// <summary>Keeps what is written, with colors where the window shows them, as the console host decides it.</summary>
internal sealed class WindowInterface : PSHostUserInterface
{
    private readonly StringBuilder _written = new();
    private readonly FixedScreen _buffer = new(width: 100);

    public bool ShowsColor { get; set; }

    public int Width
    {
        get => _buffer.BufferSize.Width;
        set => _buffer.BufferSize = new Size(value, 1000);
    }

    public override PSHostRawUserInterface RawUI => _buffer;

    public override bool SupportsVirtualTerminal => ShowsColor;

    /// <summary>What was written since the last time.</summary>
    public string Take()
    {
        var written = _written.ToString();
        _written.Clear();
        return written;
    }

    public override void Write(string value) => _written.Append(GetOutputString(value, ShowsColor));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteWarningLine(string message) => WriteLine(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
}
