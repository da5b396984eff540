namespace Paperspace.Simulator;

/// <summary>Says how the V1 API responds where it was seen to differ, or where that is not established.</summary>
public sealed record SimulatorV1Options
{
    /// <summary>Gets or sets how many items a list has when no limit is asked for.</summary>
    public int DefaultPageSize { get; init; } = 25;

    /// <summary>Gets or sets whether sizes in bytes are numbers, as specified, instead of text, as observed.</summary>
    public bool SizesAreNumbers { get; init; }

    /// <summary>Gets or sets whether regions are codes in lower case (<c>ny2</c>), as specified, instead of long names, as
    /// observed.</summary>
    public bool RegionsAreShort { get; init; }

    /// <summary>Gets or sets what the last page of a list has for the cursor of the next one.</summary>
    public LastPageCursor LastPageCursor { get; init; } = LastPageCursor.Null;

    /// <summary>Gets or sets whether each page of a list but the first repeats the last item of the one before.</summary>
    public bool RepeatsItemsAcrossPages { get; init; }

    /// <summary>Gets or sets whether a list is filtered by a part of the name instead of the whole of it.</summary>
    public bool FiltersByPartOfName { get; init; } = true;

    /// <summary>Gets or sets whether invalid requests have <c>issues</c>, as until 2024, instead of <c>details</c>.</summary>
    public bool ErrorsHaveIssues { get; init; }

    /// <summary>Gets or sets which events an update of a machine's type or disk has in its response and makes.</summary>
    public UpdateEvents UpdateEvents { get; init; } = UpdateEvents.One;

    /// <summary>Gets or sets whether a change of the timeout or the force of an automatic shutdown that is enabled silently does
    /// nothing.</summary>
    public bool IgnoresAutoShutdownChanges { get; init; }

    /// <summary>Gets or sets whether the account has a route for its standing, which the specification does not have.</summary>
    public bool HasAccountStanding { get; init; }

    internal void Validate()
    {
        if (DefaultPageSize is < 1 or > 120)
            throw new ArgumentOutOfRangeException(nameof(DefaultPageSize), DefaultPageSize, "DefaultPageSize has to be from 1 to 120.");
    }
}
