using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace Paperspace.Testing;

/// <summary>Represents the screen of a <see cref="RecordingHost"/>.</summary>
public sealed class RecordingUI(int width, string answer) : PSHostUserInterface
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _questions = [];
    private readonly List<string> _progress = [];

    /// <summary>Gets or sets what is called when a question is asked.</summary>
    public Action? Asked { get; set; }

    /// <summary>Gets or sets the choice, by its label, for the questions to come.</summary>
    public string Answer { get; set; } = answer;

    /// <summary>Gets the values that are entered at prompts, by the name of the parameter.</summary>
    public Dictionary<string, object> Entries { get; } = [];

    /// <summary>Gets the names of the parameters that were prompted for.</summary>
    public List<string> Prompted { get; } = [];

    /// <summary>Gets what was written.</summary>
    public string Text => _text.ToString();

    /// <summary>Gets the questions that were asked.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Gets the status lines of progress that were shown.</summary>
    public IReadOnlyList<string> Progress => _progress;

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new FixedScreen(width);

    /// <inheritdoc/>
    public override void Write(string value) => _text.Append(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _text.Append(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => _text.AppendLine(value);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => _text.AppendLine(value);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => _text.AppendLine("DEBUG: " + message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => _text.AppendLine("VERBOSE: " + message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => _text.AppendLine("WARNING: " + message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) =>
        _progress.Add($"{record.RecordType}: {record.StatusDescription}");

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _questions.Add(message);
        Asked?.Invoke();
        return choices.IndexOf(choices.First(choice => choice.Label == Answer));
    }

    /// <inheritdoc/>
    public override string ReadLine() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        if (Entries.Count == 0) throw new NotSupportedException();
        Prompted.AddRange(descriptions.Select(description => description.Name));
        return descriptions.ToDictionary(description => description.Name, description => PSObject.AsPSObject(Entries[description.Name]));
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();
}
