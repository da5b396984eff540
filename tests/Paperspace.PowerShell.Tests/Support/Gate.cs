namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Keeps requests back until a number of them has arrived, or until it is opened. Scripts open it with
/// <c>$gate.Open()</c>.</summary>
/// <param name="count">How many requests open it.</param>
public sealed class Gate(int count = int.MaxValue)
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>Gets how many have arrived.</summary>
    public int Arrived => Volatile.Read(ref _arrived);

    /// <summary>Lets all through.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Waits until it is open.</summary>
    internal Task PassAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _arrived) >= count) Open();
        return _opened.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits, within a bound, until so many have arrived.</summary>
    internal Task ArrivedAsync(int expected) => Eventually.IsTrueAsync(() => Arrived >= expected);
}
