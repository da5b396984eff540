using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Paperspace.Shell;

/// <summary>What commands show and ask, at a terminal or in its place.</summary>
internal sealed class ShellUI(Terminal terminal) : PSHostUserInterface
{
    private readonly Questions _questions = new(terminal);

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUI();

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => terminal.IsColoured;

    /// <summary>Whether what is written is an error, which the engine does not tell when it shows one that ended a script.</summary>
    public bool IsShowingError { get; set; }

    private static PSStyle.FormattingData Formatting => PSStyle.Instance.Formatting;

    /// <inheritdoc/>
    public override void Write(string value)
    {
        if (IsShowingError) terminal.WriteError(value);
        else terminal.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        var style = PSStyle.MapForegroundColorToEscapeSequence(foregroundColor) + PSStyle.MapBackgroundColorToEscapeSequence(backgroundColor);
        Write(style + value + PSStyle.Instance.Reset);
    }

    /// <inheritdoc/>
    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => WriteNote(value, Formatting.Error);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteNote("DEBUG: " + message, Formatting.Debug);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteNote("VERBOSE: " + message, Formatting.Verbose);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteNote("WARNING: " + message, Formatting.Warning);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => terminal.Show(record);

    /// <inheritdoc/>
    public override string ReadLine() => _questions.Read("");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => _questions.ReadSecret("");

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _questions.Choose(caption, message, choices, defaultChoice);

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _questions.FillIn(caption, message, descriptions);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _questions.ReadCredential(caption, message, userName);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _questions.ReadCredential(caption, message, userName);

    private void WriteNote(string line, string style) => terminal.WriteError(style + line + PSStyle.Instance.Reset + Environment.NewLine);
}
