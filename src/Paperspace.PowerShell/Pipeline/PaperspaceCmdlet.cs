using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Base of all cmdlets: asynchronous methods that run on the pipeline thread, Ctrl+C, and one place where errors become records.</summary>
/// <remarks>The methods that hide those of the engine call it with the synchronization context that the thread had before.</remarks>
public abstract class PaperspaceCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly PipelineSynchronizationContext _context = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Cmdlet.WriteObject(object)"/>
    public new void WriteObject(object? sendToPipeline) => CallOut(() => base.WriteObject(sendToPipeline));

    /// <inheritdoc cref="Cmdlet.WriteObject(object, bool)"/>
    public new void WriteObject(object? sendToPipeline, bool enumerateCollection) => CallOut(() => base.WriteObject(sendToPipeline, enumerateCollection));

    /// <inheritdoc cref="Cmdlet.WriteError"/>
    public new void WriteError(ErrorRecord errorRecord) => CallOut(() => base.WriteError(errorRecord));

    /// <inheritdoc cref="Cmdlet.WriteWarning"/>
    public new void WriteWarning(string text) => CallOut(() => base.WriteWarning(text));

    /// <inheritdoc cref="Cmdlet.WriteVerbose"/>
    public new void WriteVerbose(string text) => CallOut(() => base.WriteVerbose(text));

    /// <inheritdoc cref="Cmdlet.WriteDebug"/>
    public new void WriteDebug(string text) => CallOut(() => base.WriteDebug(text));

    /// <inheritdoc cref="Cmdlet.WriteProgress(ProgressRecord)"/>
    public new void WriteProgress(ProgressRecord progressRecord) => CallOut(() => base.WriteProgress(progressRecord));

    /// <summary>Asks whether to carry out an action, by <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    /// <param name="target">What it is carried out on; sanitized here, since it may be text of the API.</param>
    /// <param name="action">What is carried out.</param>
    public new bool ShouldProcess(string target, string action)
    {
        var (shownTarget, shownAction) = (TerminalText.Sanitize(target), TerminalText.Sanitize(action));
        return _context.CallOut(() => base.ShouldProcess(shownTarget, shownAction));
    }

    /// <summary>Calls code of the engine or of somebody else, with the synchronization context that the thread had before.</summary>
    protected T CallOut<T>(Func<T> call) => _context.CallOut(call);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>Begins the command.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Processes an object of the pipeline.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the command.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes on the pipeline thread, from any thread.</summary>
    protected internal void Post(Action write) => _context.Post(static state => ((Action)state!)(), write);

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _stopping.Cancel();
    }

    /// <summary>Returns whether a parameter is bound.</summary>
    protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Writes an error that concerns one target alone.</summary>
    internal void WriteFailure(PaperspaceException failure, object? target) => WriteError(ErrorRecords.From(failure, target));

    private void CallOut(Action call) => _context.CallOut(() =>
    {
        call();
        return true;
    });

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
