using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>A cmdlet whose steps are async, end at once on Ctrl+C, and report every failure in one way.</summary>
public abstract class PaperspaceCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly PipelineContext _context = new();

    /// <summary>Gives up what is under way.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>What is done before the first input.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is done for each input.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is done after the last input.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does this on the pipeline thread, as soon as it is free. May be called from any thread.</summary>
    protected void Post(Action write) => _context.Post(static state => ((Action)state!)(), write);

    /// <summary>Gives up what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _stopping.Cancel();
    }

    /// <summary>Whether the caller set this parameter.</summary>
    protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Reports a failure that concerns one thing and lets the others go on.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">What it concerns.</param>
    internal void WriteFailure(PaperspaceException failure, object? target) => WriteError(ErrorRecords.From(failure, target));

    private void Run(Func<CancellationToken, Task> step)
    {
        try
        {
            _context.Run(() => step(_stopping.Token));
        }
        catch (PaperspaceException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, failure.Machine));
        }
        catch (Exception failure) when (ModuleFileException.FindIn(failure) is { } file)
        {
            ThrowTerminatingError(file.ToErrorRecord());
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
