namespace Paperspace.Shell;

/// <summary>While it lives, Ctrl+C is a key like any other.</summary>
internal sealed class KeyCapture : IDisposable
{
    private readonly bool _before = Console.TreatControlCAsInput;

    /// <summary>Begins.</summary>
    public KeyCapture()
    {
        Console.TreatControlCAsInput = true;
    }

    /// <inheritdoc/>
    public void Dispose() => Console.TreatControlCAsInput = _before;
}
