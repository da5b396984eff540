using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.ExceptionServices;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of all cmdlets: asynchronous methods that run on the pipeline thread, Ctrl+C, and one place where errors
/// become records.</summary>
/// <remarks>The methods that hide those of the engine call it with the synchronization context that the thread had before.</remarks>
public abstract class PaperspaceCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _interruption = new();
    private readonly PipelineSynchronizationContext _context = new();
    private IReadOnlyCollection<string> _givenParameters = [];
    private ExceptionDispatchInfo? _postFailure;
    private bool _hasWrittenObject;
    private bool _hasEnded;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Where something else ends the pipeline, the engine calls nothing but this.
        if (!_hasEnded) TryCallOut(() => _context.Run(() => EndEarlyAsync(null, hasLastMessage: false, _stopping.Token)));
        _hasEnded = true;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Cmdlet.WriteObject(object)"/>
    public new void WriteObject(object? sendToPipeline)
    {
        CallOut(() => base.WriteObject(sendToPipeline));
        _hasWrittenObject = true;
    }

    /// <inheritdoc cref="Cmdlet.WriteObject(object, bool)"/>
    public new void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        CallOut(() => base.WriteObject(sendToPipeline, enumerateCollection));
        _hasWrittenObject = true;
    }

    /// <inheritdoc cref="Cmdlet.WriteError"/>
    /// <remarks>One that ends the command is written once everything that is under way was told.</remarks>
    public new void WriteError(ErrorRecord errorRecord)
    {
        if (IsStop(Preference.Error)) throw new StoppingMessageException(errorRecord);
        CallOut(() => base.WriteError(errorRecord));
    }

    /// <inheritdoc cref="Cmdlet.WriteWarning"/>
    /// <remarks>One that ends the command is written once everything that is under way was told.</remarks>
    public new void WriteWarning(string text)
    {
        if (IsStop(Preference.Warning)) throw new StoppingMessageException(text);
        var shown = TerminalText.SanitizeLines(text);
        if (AsksForWarnings) TryWriteHostWarning(shown);
        else CallOut(() => base.WriteWarning(shown));
    }

    /// <inheritdoc cref="Cmdlet.WriteVerbose"/>
    public new void WriteVerbose(string text) => CallOut(() => base.WriteVerbose(TerminalText.SanitizeLines(text)));

    /// <inheritdoc cref="Cmdlet.WriteDebug"/>
    public new void WriteDebug(string text) => CallOut(() => base.WriteDebug(TerminalText.SanitizeLines(text)));

    /// <inheritdoc cref="Cmdlet.WriteProgress(ProgressRecord)"/>
    public new void WriteProgress(ProgressRecord progressRecord) => CallOut(() => base.WriteProgress(progressRecord));

    /// <inheritdoc cref="Cmdlet.WriteInformation(InformationRecord)"/>
    public new void WriteInformation(InformationRecord informationRecord) => CallOut(() => base.WriteInformation(informationRecord));

    /// <inheritdoc cref="Cmdlet.WriteInformation(object, string[])"/>
    public new void WriteInformation(object messageData, string[] tags) => CallOut(() => base.WriteInformation(messageData, tags));

    /// <inheritdoc cref="Cmdlet.WriteCommandDetail"/>
    public new void WriteCommandDetail(string text) => CallOut(() => base.WriteCommandDetail(text));

    /// <summary>Asks whether to carry out an action, by <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    /// <param name="target">What it is carried out on; sanitized here, since it may be text of the API.</param>
    /// <param name="action">What is carried out.</param>
    public new bool ShouldProcess(string target, string action)
    {
        var (shownTarget, shownAction) = (TerminalText.Sanitize(target), TerminalText.Sanitize(action));
        return _context.CallOut(() => base.ShouldProcess(shownTarget, shownAction));
    }

    /// <summary>Asks a question of its own.</summary>
    /// <param name="query">The question; sanitized here, since it may quote the API.</param>
    /// <param name="caption">Its caption.</param>
    /// <exception cref="PaperspaceException">Nobody can be asked.</exception>
    public new bool ShouldContinue(string query, string caption)
    {
        var (shownQuery, shownCaption) = (TerminalText.SanitizeLines(query), TerminalText.Sanitize(caption));
        try
        {
            return _context.CallOut(() => base.ShouldContinue(shownQuery, shownCaption));
        }
        catch (Exception unanswered) when (unanswered is InvalidOperationException or HostException)
        {
            throw PaperspaceException.InvalidRequest(
                $"{shownQuery} Nobody can be asked here ({unanswered.Message}): give -Force to go on without a question.");
        }
    }

    /// <summary>Calls code of the engine or of somebody else, with the synchronization context that the thread had before.</summary>
    protected T CallOut<T>(Func<T> call) => _context.CallOut(call);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _givenParameters = [.. MyInvocation.BoundParameters.Keys];
        Run(BeginCommandAsync);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        Run(ProcessRecordAsync);
        // What this object of the pipeline has bound is not what the next one does; the engine would leave it in the list.
        foreach (var parameter in MyInvocation.BoundParameters.Keys.Except(_givenParameters).ToArray())
            MyInvocation.BoundParameters.Remove(parameter);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Run(EndAsync);
        _hasEnded = true;
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        _stopping.Cancel();
        _interruption.Cancel();
    }

    /// <summary>Begins the command with what its kind of cmdlet needs.</summary>
    private protected virtual Task BeginCommandAsync(CancellationToken cancellationToken) => BeginAsync(cancellationToken);

    /// <summary>Begins the command.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Processes an object of the pipeline.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the command.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the command before its time, on the pipeline thread.</summary>
    /// <param name="cause">What ended it; null where something else in the pipeline did.</param>
    /// <param name="hasLastMessage">Whether the cause is written as an error or a warning after this.</param>
    /// <param name="stopping">Cancelled when the command is to be ended at once.</param>
    /// <returns>What the last message has to say too; null for nothing.</returns>
    private protected virtual Task<string?> EndEarlyAsync(Exception? cause, bool hasLastMessage, CancellationToken stopping) =>
        Task.FromResult<string?>(null);

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _stopping.Cancel();
        _interruption.Cancel();
    }

    /// <summary>Processes an object of the pipeline, with what all cmdlets of a kind do before.</summary>
    private protected virtual Task ProcessRecordAsync(CancellationToken cancellationToken) => ProcessAsync(cancellationToken);

    /// <summary>Returns whether a parameter was given on the command line, not by an object of the pipeline alone.</summary>
    internal bool IsGiven(string parameter) => _givenParameters.Contains(parameter);

    /// <summary>Returns whether a parameter is bound to something.</summary>
    internal bool HasValue(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var value)
        && value is not null
        && !(value is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>Returns whether a parameter is bound.</summary>
    protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Gets whether the engine would ask a question for each warning, and end the command where nobody can answer: with
    /// <c>-Debug</c> alone.</summary>
    private bool AsksForWarnings =>
        IsBound(Preference.Debug.Parameter) && IsAsked(Preference.Debug) && !IsBound(Preference.Warning.Parameter);

    /// <summary>Gets whether the host has a screen that somebody may look at.</summary>
    internal bool HasScreen => CallOut(() => Host?.UI?.RawUI is not null);

    /// <summary>Writes on the pipeline thread, from any thread. Where it cannot be written, the command ends early.</summary>
    internal void Post(Action write) => _context.Post(
        _ =>
        {
            try
            {
                write();
            }
            catch (Exception failure)
            {
                _postFailure ??= ExceptionDispatchInfo.Capture(failure);
                _interruption.Cancel();
            }
        },
        null);

    /// <summary>Returns whether a stream such as verbose is asked for, by the common parameter or by the preference variable.</summary>
    internal bool IsAsked(Preference preference)
    {
        if (MyInvocation.BoundParameters.TryGetValue(preference.Parameter, out var bound)) return LanguagePrimitives.IsTrue(bound);
        return FindPreference(preference.Variable) is { } asked
            && asked is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <summary>Returns whether a message of this kind ends the command.</summary>
    internal bool IsStop(Preference preference) =>
        (
            MyInvocation.BoundParameters.TryGetValue(preference.Parameter, out var bound)
                ? bound as ActionPreference?
                : FindPreference(preference.Variable)) == ActionPreference.Stop;

    /// <summary>Writes a warning, whatever became of the pipeline.</summary>
    /// <returns>Whether the engine took it.</returns>
    internal bool TryWriteWarning(string text) => !AsksForWarnings && TryCallOut(() => base.WriteWarning(text));

    /// <summary>Writes a warning on the host's screen, where the engine takes none any more.</summary>
    internal void TryWriteHostWarning(string text) => TryCallOut(() => Host?.UI?.WriteWarningLine(text));

    /// <summary>Writes an error that concerns one target alone.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">What it concerns.</param>
    /// <param name="change">The change that it tells of; null for none.</param>
    internal void WriteFailure(PaperspaceException failure, object? target, PendingChange? change = null)
    {
        try
        {
            WriteError(ErrorRecords.From(failure, target));
        }
        catch (StoppingMessageException message)
        {
            message.Change = change;
            throw;
        }

        change?.Tell(isSilent: false);
    }

    private void CallOut(Action call) => _context.CallOut(() =>
    {
        call();
        return true;
    });

    /// <summary>Writes the result of a change, which tells the caller of it.</summary>
    /// <param name="change">The change; null for none.</param>
    /// <param name="write">Writes the result; nothing, where success is told by silence.</param>
    internal void TellWith(PendingChange? change, Action write)
    {
        _hasWrittenObject = false;
        var newestError = FindNewestError();
        try
        {
            write();
        }
        catch (Exception end) when (IsDeliberate(end) && ReferenceEquals(newestError, FindNewestError()))
        {
            // Whoever ends the pipeline without an error, as Select-Object -First and break do, has the object.
            change?.Tell(isSilent: false);
            throw;
        }

        if (change is { IsAwaited: false }) change.Tell(isSilent: !_hasWrittenObject);
    }

    private bool IsDeliberate(Exception end) =>
        !_stopping.IsCancellationRequested && end is PipelineStoppedException or FlowControlException;

    private object? FindNewestError() =>
        CallOut(() => SessionState.PSVariable.GetValue("global:Error")) is IList { Count: > 0 } errors ? errors[0] : null;

    private bool TryCallOut(Action call)
    {
        try
        {
            CallOut(call);
            return true;
        }
        catch (Exception)
        {
            // The pipeline is ending, and its own exception is what matters.
            return false;
        }
    }

    private ActionPreference? FindPreference(string variable) =>
        CallOut(() => SessionState.PSVariable.GetValue(variable)) is { } value
        && LanguagePrimitives.TryConvertTo<ActionPreference>(value, out var asked)
            ? asked
            : null;

    private void Run(Func<CancellationToken, Task> step)
    {
        try
        {
            _context.Run(() => RunAsync(step));
        }
        catch (StoppingMessageException message)
        {
            if (message.Error is { } error) base.WriteError(error);
            else base.WriteWarning(TerminalText.SanitizeLines(message.Message));
            throw new PipelineStoppedException();
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

    private async Task RunAsync(Func<CancellationToken, Task> step)
    {
        ExceptionDispatchInfo failure;
        try
        {
            await step(_interruption.Token);
            if (_postFailure is null) return;
            failure = _postFailure;
        }
        catch (Exception thrown)
        {
            failure = _postFailure ?? ExceptionDispatchInfo.Capture(thrown);
        }

        _hasEnded = true;
        var cause = failure.SourceException;
        var addition = await EndEarlyAsync(cause, cause is StoppingMessageException or PaperspaceException, _stopping.Token);
        if (addition is null) failure.Throw();
        throw cause switch
        {
            StoppingMessageException message => message.With(addition!),
            PaperspaceException paperspace => paperspace.WithMessage($"{paperspace.Message} {addition}"),
            _ => cause,
        };
    }
}
