using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.Testing;

/// <summary>Represents a host with a screen of a fixed width: keeps what is written, and answers questions as told.</summary>
public sealed class RecordingHost : PSHost
{
    private readonly RecordingUI _ui;

    /// <summary>Makes a host.</summary>
    /// <param name="width">The width of the screen.</param>
    /// <param name="answer">The choice, by its label, for every question.</param>
    public RecordingHost(int width = 120, string answer = "&No")
    {
        _ui = new RecordingUI(width, answer);
    }

    /// <summary>Gets or sets what is called when a question is asked.</summary>
    public Action? Asked { get => _ui.Asked; set => _ui.Asked = value; }

    /// <summary>Gets or sets the choice, by its label, for the questions to come.</summary>
    public string Answer { get => _ui.Answer; set => _ui.Answer = value; }

    /// <inheritdoc cref="RecordingUI.Entries"/>
    public Dictionary<string, object> Entries => _ui.Entries;

    /// <inheritdoc cref="RecordingUI.Prompted"/>
    public IReadOnlyList<string> Prompted => _ui.Prompted;

    /// <summary>Gets what was written.</summary>
    public string Text => _ui.Text;

    /// <summary>Gets the questions that were asked.</summary>
    public IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>Gets the status lines of progress that were shown.</summary>
    public IReadOnlyList<string> Progress => _ui.Progress;

    /// <inheritdoc/>
    public override string Name => "Recording";

    /// <inheritdoc/>
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
    }

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
