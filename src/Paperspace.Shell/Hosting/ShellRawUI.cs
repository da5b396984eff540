using System.Management.Automation.Host;

namespace Paperspace.Shell;

/// <summary>The screen and the keyboard, as far as a terminal has what the engine asks for.</summary>
internal sealed class ShellRawUI : PSHostRawUserInterface
{
    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set => Console.BackgroundColor = value;
    }

    /// <inheritdoc/>
    public override Size BufferSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set => throw Unsupported();
    }

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Unsupported();
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get
        {
            var (left, top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    /// <inheritdoc/>
    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw Unsupported();
    }

    /// <inheritdoc/>
    public override int CursorSize
    {
        get => Console.CursorSize;
        set => throw Unsupported();
    }

    /// <inheritdoc/>
    public override bool KeyAvailable => Console.KeyAvailable;

    /// <inheritdoc/>
    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set => Console.Title = value;
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (Console.KeyAvailable) Console.ReadKey(intercept: true);
    }

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!options.HasFlag(ReadKeyOptions.IncludeKeyDown)) throw Unsupported();
        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, ControlKeys(key.Modifiers), keyDown: true);
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Unsupported();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Unsupported();

    private static ControlKeyStates ControlKeys(ConsoleModifiers modifiers)
    {
        ControlKeyStates states = 0;
        if (modifiers.HasFlag(ConsoleModifiers.Shift)) states |= ControlKeyStates.ShiftPressed;
        if (modifiers.HasFlag(ConsoleModifiers.Alt)) states |= ControlKeyStates.LeftAltPressed;
        if (modifiers.HasFlag(ConsoleModifiers.Control)) states |= ControlKeyStates.LeftCtrlPressed;
        return states;
    }

    private static HostException Unsupported() => new("This shell's terminal cannot do that.");
}
