namespace Paperspace.PowerShell;

/// <summary>Adds to some failures what helps: the nearest machines, the known templates and types, the machine's state.</summary>
internal static class ErrorEnricher
{
    private const int MaxShown = 20;

    /// <summary>Returns the failure, with a hint where there is one.</summary>
    /// <param name="account">The account.</param>
    public static async Task<PaperspaceException> EnrichAsync(
        PaperspaceAccount account,
        IPaperspaceClient client,
        PaperspaceException failure,
        object target,
        CancellationToken cancellationToken)
    {
        // A lookup has said what the account has instead.
        if (failure.InnerException is PaperspaceException) return failure;
        try
        {
            return failure.Reason switch
            {
                PaperspaceErrorReason.MachineNotFound when MayBeMachine(target) =>
                    target is Machine known && await ExistsAsync(known).ConfigureAwait(false)
                        ? failure.With(
                            PaperspaceErrorReason.RequestRejected,
                            $"The API did not find machine {MachineDescriptor.Instance.Identify(known)} for the request, but it exists. "
                                + $"Try again. ({failure.Message})")
                        : failure.WithMessage(
                            NoSuchMachine(target, await ListMachinesAsync().ConfigureAwait(false)) + $" ({failure.Message})"),
                PaperspaceErrorReason.TemplateNotFound => failure.WithMessage(
                    failure.Message
                        + Known(
                            "templates",
                            (await ListTemplatesAsync().ConfigureAwait(false)).Select(Describe))),
                PaperspaceErrorReason.RequestRejected when MayBeMachine(target) && IsAboutState(failure) => failure.WithMessage(
                    DescribeState(await ReadMachineAsync().ConfigureAwait(false), failure) + $" ({failure.Message})"),
                PaperspaceErrorReason.RequestRejected when Mentions(failure, "billingType") => failure.WithMessage(
                    failure.Message + Known("billing types", BillingTypes.Known)),
                PaperspaceErrorReason.RequestRejected when Mentions(failure, "region") && !Mentions(failure, "same region") => failure.WithMessage(
                    failure.Message + Known("regions", Regions.Known)),
                _ => failure,
            };
        }
        catch (Exception hint)
            when (hint is PaperspaceException || (hint is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The failure itself is what matters; the hint is optional.
            return failure;
        }

        // A single 404 proves nothing.
        async Task<bool> ExistsAsync(Machine known)
        {
            try
            {
                var read = await client.Machines.GetAsync(known.Id, cancellationToken).ConfigureAwait(false);
                return read.DtDeleted is null;
            }
            catch (PaperspaceException notFound) when (notFound.Reason == PaperspaceErrorReason.MachineNotFound)
            {
                return false;
            }
        }

        Task<Machine> ReadMachineAsync() =>
            client.Machines.GetAsync(target is Machine machine ? machine.Id : (string)target, cancellationToken);
        Task<IReadOnlyList<Machine>> ListMachinesAsync() => MachineDescriptor.Instance.Cache.GetAsync(account, client, cancellationToken);
        Task<IReadOnlyList<Template>> ListTemplatesAsync() => TemplateDescriptor.Instance.Cache.GetAsync(account, client, cancellationToken);
    }

    private static bool MayBeMachine(object target) => target is Machine || (target is string text && text.IndexOf('/') < 0);

    private static string NoSuchMachine(object target, IReadOnlyList<Machine> machines) =>
        target is Machine gone
            ? $"Machine {MachineDescriptor.Instance.Identify(gone)} no longer exists."
            : MachineDescriptor.Instance.NotFoundById(machines, target.ToString() ?? "").Message;

    private static bool IsAboutState(PaperspaceException failure) =>
        Mentions(failure, "power state") || Mentions(failure, "is currently ");

    private static string DescribeState(Machine machine, PaperspaceException failure)
    {
        var action = failure.Path?.Split('/').Last() is MachineEventNames.Start or MachineEventNames.Stop or MachineEventNames.Restart
            ? failure.Path.Split('/').Last()
            : "request";
        var isOff = machine.State.EqualsIgnoreCase(MachineStates.Off);
        var isRunning = MachineStates.IsRunning(machine.State);
        var next = isOff && action == MachineEventNames.Restart ? "Start it with Start-PsMachine."
            : isRunning && action == "request" ? "Stop it first with Stop-PsMachine -Wait."
            : isOff || isRunning ? "Its state may be changing. Try again in a moment."
            : machine.State.EqualsIgnoreCase(MachineStates.Upgrading) ? "Use -Wait, with a longer -Timeout if needed, to try again until the upgrade has completed."
            : "Wait with Wait-PsMachine -State ready, off, then try again.";
        return $"Machine {MachineDescriptor.Instance.SummarizeState(machine)} did not accept the {action}. {next}";
    }

    private static bool Mentions(PaperspaceException failure, string word) =>
        failure.ApiMessage?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Describe(Template template) => TerminalText.Sanitize($"{template.Id} ({template.Label ?? template.Os})");

    private static string Known(string what, IEnumerable<string> known)
    {
        var all = known.ToArray();
        var more = all.Length > MaxShown ? $" and {all.Length - MaxShown} more" : "";
        return all.Length == 0 ? "" : $" Known {what}: {string.Join(", ", all.Take(MaxShown))}{more}.";
    }
}
