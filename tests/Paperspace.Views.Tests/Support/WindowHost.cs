using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.Views.Tests;

/// <summary>A host that is nothing but a window of some width.</summary>
internal sealed class WindowHost : PSHost
{
    private readonly WindowInterface _window = new();

    public override string Name => "Window";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => _window;

    public WindowInterface Window => _window;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
