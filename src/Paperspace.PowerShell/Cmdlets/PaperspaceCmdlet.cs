using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of all cmdlets: asynchronous methods that run on the pipeline thread, Ctrl+C, and one place where errors
/// become records.</summary>
/// <remarks>Methods such as <c>WriteObject</c> hide the engine's: they restore the thread's own synchronization context for the call, since
/// the engine runs other people's code.</remarks>
public abstract class PaperspaceCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _interruption = new();
    private readonly PipelineSynchronizationContext _context = new();
    private IReadOnlyCollection<string> _givenParameters = [];
    private ExceptionDispatchInfo? _postFailure;
    private bool _hasWrittenObject;
    private bool _hasEnded;
    private bool _yesToAll;
    private bool _noToAll;

    /// <inheritdoc/>
    public void Dispose()
    {
        // When a downstream command stops the pipeline, PowerShell only calls Dispose.
        if (!_hasEnded) TryInvokeEngine(() => _context.Run(() => OnInterruptedAsync(null, hasLastMessage: false, _stopping.Token)));
        _hasEnded = true;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Cmdlet.WriteObject(object)"/>
    public new void WriteObject(object? sendToPipeline)
    {
        OnWriting(sendToPipeline);
        InvokeEngine(() => base.WriteObject(sendToPipeline));
        _hasWrittenObject = true;
    }

    /// <inheritdoc cref="Cmdlet.WriteObject(object, bool)"/>
    public new void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        if (enumerateCollection && sendToPipeline is IEnumerable items)
            foreach (var item in items) OnWriting(item);
        else
            OnWriting(sendToPipeline);
        InvokeEngine(() => base.WriteObject(sendToPipeline, enumerateCollection));
        _hasWrittenObject = true;
    }

    /// <summary>Writes objects one after the other; faster than one call for each.</summary>
    internal void WriteObjects(IReadOnlyList<PSObject> objects)
    {
        foreach (var item in objects) OnWriting(item.BaseObject);
        InvokeEngine(() =>
        {
            foreach (var item in objects) base.WriteObject(item);
        });
        _hasWrittenObject = true;
    }

    /// <inheritdoc cref="Cmdlet.WriteError"/>
    /// <remarks>One that ends the command is written once everything in flight is reported.</remarks>
    public new void WriteError(ErrorRecord errorRecord)
    {
        if (IsStop(Preference.Error)) throw new TerminatingMessageException(errorRecord);
        InvokeEngine(() => base.WriteError(errorRecord));
    }

    /// <inheritdoc cref="Cmdlet.WriteWarning"/>
    /// <remarks>One that ends the command is written once everything in flight is reported.</remarks>
    public new void WriteWarning(string text)
    {
        if (IsStop(Preference.Warning)) throw new TerminatingMessageException(text);
        var shown = TerminalText.SanitizeLines(text);
        if (PromptsOnWarning) TryWriteHostWarning(shown);
        else InvokeEngine(() => base.WriteWarning(shown));
    }

    /// <inheritdoc cref="Cmdlet.WriteVerbose"/>
    public new void WriteVerbose(string text) => InvokeEngine(() => base.WriteVerbose(TerminalText.SanitizeLines(text)));

    /// <inheritdoc cref="Cmdlet.WriteDebug"/>
    public new void WriteDebug(string text) => InvokeEngine(() => base.WriteDebug(TerminalText.SanitizeLines(text)));

    /// <inheritdoc cref="Cmdlet.WriteProgress(ProgressRecord)"/>
    public new void WriteProgress(ProgressRecord progressRecord) => InvokeEngine(() => base.WriteProgress(progressRecord));

    /// <inheritdoc cref="Cmdlet.WriteInformation(InformationRecord)"/>
    public new void WriteInformation(InformationRecord informationRecord) => InvokeEngine(() => base.WriteInformation(informationRecord));

    /// <inheritdoc cref="Cmdlet.WriteInformation(object, string[])"/>
    public new void WriteInformation(object messageData, string[] tags) => InvokeEngine(() => base.WriteInformation(messageData, tags));

    /// <inheritdoc cref="Cmdlet.WriteCommandDetail"/>
    public new void WriteCommandDetail(string text) => InvokeEngine(() => base.WriteCommandDetail(text));

    /// <inheritdoc cref="Cmdlet.ShouldProcess(string, string)"/>
    /// <param name="target">The resource; sanitized here, since it may quote the API.</param>
    /// <param name="action">The action.</param>
    public new bool ShouldProcess(string target, string action)
    {
        var (shownTarget, shownAction) = (TerminalText.Sanitize(target), TerminalText.Sanitize(action));
        return _context.InvokeEngine(() => base.ShouldProcess(shownTarget, shownAction));
    }

    /// <summary>Asks a question that may be answered for all that follow.</summary>
    /// <param name="query">The question; sanitized here, since it may quote the API.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="skip">The parameter that skips it.</param>
    /// <exception cref="PaperspaceException">The host cannot prompt.</exception>
    private protected bool ShouldContinue(string query, string caption, string skip)
    {
        var (shownQuery, shownCaption) = (TerminalText.SanitizeLines(query), TerminalText.Sanitize(caption));
        try
        {
            return _context.InvokeEngine(() => base.ShouldContinue(shownQuery, shownCaption, ref _yesToAll, ref _noToAll));
        }
        catch (Exception unanswered) when (unanswered is InvalidOperationException or HostException)
        {
            throw PaperspaceException.InvalidRequest(
                $"{shownQuery} Cannot prompt in this host ({unanswered.Message}). Use {skip} to skip the confirmation.");
        }
    }

    /// <summary>Completes an object before it is written.</summary>
    private protected virtual void OnWriting(object? value)
    {
    }

    /// <summary>Calls code of the engine or of the user, with the synchronization context that the thread had before.</summary>
    protected T InvokeEngine<T>(Func<T> call) => _context.InvokeEngine(call);

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
        // BoundParameters keeps by-property-name values of the previous object; remove them.
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

    /// <summary>Ends an interrupted command, on the pipeline thread.</summary>
    /// <param name="cause">What ended it; null if something else in the pipeline did.</param>
    /// <param name="hasLastMessage">Whether the cause is written as an error or a warning after this.</param>
    /// <param name="stopping">Cancelled if the command is to end at once.</param>
    /// <returns>What the last message has to say too; null for nothing.</returns>
    private protected virtual Task<string?> OnInterruptedAsync(Exception? cause, bool hasLastMessage, CancellationToken stopping) =>
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

    /// <summary>Gets whether the engine would prompt for each warning, and end the command if the host cannot: with <c>-Debug</c>
    /// alone.</summary>
    private bool PromptsOnWarning =>
        IsBound(Preference.Debug.Parameter) && IsStreamEnabled(Preference.Debug) && !IsBound(Preference.Warning.Parameter);

    /// <summary>Gets whether the host has a screen.</summary>
    internal bool IsInteractive => InvokeEngine(() => Host?.UI?.RawUI is not null);

    /// <summary>Writes on the pipeline thread, from any thread. A failure to write interrupts the command.</summary>
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

    /// <summary>Returns whether a stream such as verbose is enabled, by the common parameter or by the preference variable.</summary>
    internal bool IsStreamEnabled(Preference preference)
    {
        if (MyInvocation.BoundParameters.TryGetValue(preference.Parameter, out var bound)) return LanguagePrimitives.IsTrue(bound);
        return FindPreference(preference.Variable) is { } asked
            && asked is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <summary>Returns whether a message on this stream ends the command.</summary>
    internal bool IsStop(Preference preference) =>
        (
            MyInvocation.BoundParameters.TryGetValue(preference.Parameter, out var bound)
                ? bound as ActionPreference?
                : FindPreference(preference.Variable)) == ActionPreference.Stop;

    /// <summary>Writes a warning, even if the pipeline is ending.</summary>
    /// <returns>Whether the engine took it.</returns>
    internal bool TryWriteWarning(string text) => !PromptsOnWarning && TryInvokeEngine(() => base.WriteWarning(text));

    /// <summary>Writes a warning on the host's screen, once the engine takes no more.</summary>
    internal void TryWriteHostWarning(string text) => TryInvokeEngine(() => Host?.UI?.WriteWarningLine(text));

    /// <summary>Gets whether ShouldProcess shows an action, because of <c>-WhatIf</c>, or asks before it.</summary>
    internal bool IsPreviewed
    {
        get
        {
            var bound = MyInvocation.BoundParameters;
            if (LanguagePrimitives.IsTrue(bound.TryGetValue("WhatIf", out var whatIf) ? whatIf : GetVariable("WhatIfPreference"))) return true;
            if (bound.TryGetValue("Confirm", out var confirm)) return LanguagePrimitives.IsTrue(confirm);
            var impact = GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact ?? ConfirmImpact.None;
            return LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariable("ConfirmPreference"), out var preference)
                && preference != ConfirmImpact.None
                && impact >= preference;
        }
    }

    /// <summary>Gets whether actions of high impact are confirmed that ShouldProcess has not asked about.</summary>
    internal bool ConfirmsHighImpact =>
        !IsPreviewed
        && !IsBound("Confirm")
        && LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariable("ConfirmPreference"), out var preference)
        && preference != ConfirmImpact.None;

    /// <summary>Asks for the value of a parameter, as the engine asks for mandatory ones.</summary>
    /// <returns>The value; null if the host cannot prompt.</returns>
    internal string? Prompt(string parameter)
    {
        try
        {
            var answers = InvokeEngine(
                () => Host.UI.Prompt("", "", [new FieldDescription(parameter)]));
            return answers is not null && answers.TryGetValue(parameter, out var answer) ? answer?.ToString()?.Trim() : null;
        }
        catch (Exception unanswered)
            when (unanswered is InvalidOperationException or HostException or NotImplementedException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Writes an error about one target.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">The target.</param>
    /// <param name="change">The change that it reports; null for none.</param>
    internal void WriteFailure(PaperspaceException failure, object? target, PendingChange? change = null)
    {
        try
        {
            WriteError(ErrorRecords.From(failure, target));
        }
        catch (TerminatingMessageException message)
        {
            message.Change = change;
            throw;
        }

        change?.MarkReported();
    }

    private void InvokeEngine(Action call) => _context.InvokeEngine(() =>
    {
        call();
        return true;
    });

    /// <summary>Writes the result of a change, which reports it.</summary>
    /// <param name="change">The change; null for none.</param>
    /// <param name="write">Writes the result; nothing for a success without output.</param>
    internal void ReportWith(PendingChange? change, Action write)
    {
        _hasWrittenObject = false;
        var newestError = FindNewestError();
        try
        {
            write();
        }
        catch (Exception end) when (IsDeliberate(end) && ReferenceEquals(newestError, FindNewestError()))
        {
            // Select-Object -First and break end the pipeline without an error: they have the object.
            change?.MarkReported();
            throw;
        }

        if (change is { IsAwaited: false }) change.MarkReported(_hasWrittenObject);
    }

    private bool IsDeliberate(Exception end) =>
        !_stopping.IsCancellationRequested && end is PipelineStoppedException or FlowControlException;

    private object? FindNewestError() =>
        InvokeEngine(() => SessionState.PSVariable.GetValue("global:Error")) is IList { Count: > 0 } errors ? errors[0] : null;

    private object? GetVariable(string name) => InvokeEngine(() => SessionState.PSVariable.GetValue(name));

    private bool TryInvokeEngine(Action call)
    {
        try
        {
            InvokeEngine(call);
            return true;
        }
        catch (Exception)
        {
            // The pipeline is ending, and its own exception is what matters.
            return false;
        }
    }

    private ActionPreference? FindPreference(string variable) =>
        InvokeEngine(() => SessionState.PSVariable.GetValue(variable)) is { } value
        && LanguagePrimitives.TryConvertTo<ActionPreference>(value, out var asked)
            ? asked
            : null;

    private void Run(Func<CancellationToken, Task> step)
    {
        try
        {
            _context.Run(() => RunAsync(step));
        }
        catch (TerminatingMessageException message)
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
        var addition = await OnInterruptedAsync(cause, cause is TerminatingMessageException or PaperspaceException, _stopping.Token);
        if (addition is null) failure.Throw();
        throw cause switch
        {
            TerminatingMessageException message => message.With(addition!),
            PaperspaceException paperspace => paperspace.WithMessage($"{paperspace.Message} {addition}"),
            _ => cause,
        };
    }
}
