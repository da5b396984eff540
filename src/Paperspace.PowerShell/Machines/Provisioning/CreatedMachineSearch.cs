namespace Paperspace.PowerShell;

/// <summary>Looks for the machine of a create whose outcome is unknown, by its name.</summary>
internal static class CreatedMachineSearch
{
    /// <summary>A new machine may be missing from lists for some seconds.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    private static readonly TimeSpan ListTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The clocks of the API and of this computer may differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Finds the machines that the create may have made: those with its name, type and region that were created since.</summary>
    /// <param name="failure">The error of the create; unless its outcome is unknown, one look is enough.</param>
    /// <param name="sentAt">When the create was sent.</param>
    /// <param name="isKnown">Returns whether a machine of this id is the result of another create.</param>
    public static async Task<IReadOnlyList<Machine>> FindAsync(
        IPaperspaceClient client,
        MachineCreateOptions options,
        PaperspaceException failure,
        DateTimeOffset sentAt,
        Func<string, bool> isKnown,
        CancellationToken cancellationToken)
    {
        foreach (var pause in failure.Outcome == RequestOutcome.Unknown ? Pauses : [TimeSpan.Zero])
        {
            if (pause > TimeSpan.Zero) await client.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            var found = await ListAsync(client, options.Name!, cancellationToken).ConfigureAwait(false);
            var created = found.Where(machine => !isKnown(machine.Id) && IsOf(machine, options, sentAt - ClockSkew)).ToArray();
            if (created.Length > 0) return created;
        }

        return [];
    }

    /// <summary>Returns whether the create may have made a machine: a service that rejects it as one too many may have created it.</summary>
    public static bool IsNeeded(PaperspaceException failure) =>
        failure.Outcome == RequestOutcome.Unknown || failure.Reason == PaperspaceErrorReason.TooManyRequests;

    /// <summary>Returns the error of the create, with what was found.</summary>
    public static PaperspaceException Describe(PaperspaceException failure, IReadOnlyList<Machine> found) => found.Count switch
    {
        0 => failure,
        _ when failure.Outcome != RequestOutcome.Unknown => Describe(
            failure.With(PaperspaceErrorReason.OutcomeUnknown, failure.Message, RequestOutcome.Unknown, failure.InnerException), found),
        1 => failure.WithMessage($"{failure.Message} It was probably created: {Describe(found[0])} has its name."),
        _ => failure.WithMessage(
            $"{failure.Message} It may be one of the machines with its name that were created since: "
                + $"{string.Join(", ", found.Select(Describe))}."),
    };

    private static string Describe(Machine machine) => MachineDescriptor.Instance.Identify(machine).ToString();

    private static async Task<IReadOnlyList<Machine>> ListAsync(IPaperspaceClient client, string name, CancellationToken cancellationToken)
    {
        using var limit = client.CreateTimeLimit(ListTimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await client.Machines.List(new MachineFilter { Name = name }).ReadAllAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is PaperspaceException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The next attempt may succeed; otherwise the outcome stays unknown.
            return [];
        }
    }

    private static bool IsOf(Machine machine, MachineCreateOptions options, DateTimeOffset since) =>
        string.Equals(machine.Name, options.Name, StringComparison.Ordinal)
        && machine.DtCreated >= since
        && (machine.MachineType is null || string.Equals(machine.MachineType, options.MachineType, StringComparison.OrdinalIgnoreCase))
        && (machine.Region is null || Regions.FullName(machine.Region) == Regions.FullName(options.Region!));
}
