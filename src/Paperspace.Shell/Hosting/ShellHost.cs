using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.Shell;

/// <summary>The shell, as the engine sees it.</summary>
internal sealed class ShellHost(Terminal terminal) : PSHost
{
    private int _nesting;
    private bool _isNestedPromptLeft;

    /// <summary>Prompts within a command that waits, until this says so.</summary>
    public Action<Func<bool>>? PromptUntil { get; set; }

    /// <summary>The code that <c>exit</c> asked the process to end with; null where it did not.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public override string Name => "Paperspace.Shell";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override ShellUI UI { get; } = new ShellUI(terminal);

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
        if (_nesting > 0) _isNestedPromptLeft = true;
        else ExitCode = exitCode;
    }

    /// <inheritdoc/>
    public override void EnterNestedPrompt()
    {
        if (PromptUntil is null || !terminal.IsInteractive) throw new HostException("A command can be suspended only at an interactive prompt.");
        _nesting++;
        try
        {
            PromptUntil(() => _isNestedPromptLeft);
        }
        finally
        {
            _nesting--;
            _isNestedPromptLeft = false;
        }
    }

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => _isNestedPromptLeft = true;

    /// <inheritdoc/>
    public override void NotifyBeginApplication() => terminal.ClearProgress();

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
