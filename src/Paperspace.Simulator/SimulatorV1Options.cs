namespace Paperspace.Simulator;

/// <summary>Configures the V1 API where recordings differ, or where its behavior is not established.</summary>
public sealed record SimulatorV1Options
{
    /// <summary>Gets or sets how many items a page has without a <c>limit</c>, from 1 to 120.</summary>
    public int DefaultPageSize { get; init; } = 25;

    /// <summary>Gets or sets whether sizes in bytes are numbers, as specified, instead of strings, as observed.</summary>
    public bool SizesAreNumbers { get; init; }

    /// <summary>Gets or sets whether regions are lower-case codes (<c>ny2</c>), as specified, instead of long names, as
    /// observed.</summary>
    public bool RegionsAreShort { get; init; }

    /// <summary>Gets or sets the cursor that the last page of a list has for the next one.</summary>
    public LastPageCursor LastPageCursor { get; init; } = LastPageCursor.Null;

    /// <summary>Gets or sets whether each page of a list repeats the last item of the page before.</summary>
    public bool RepeatsItemsAcrossPages { get; init; }

    /// <summary>Gets or sets whether a list is filtered by a part of the name instead of the whole name.</summary>
    public bool FiltersByPartOfName { get; init; } = true;

    /// <summary>Gets or sets whether errors of invalid requests have <c>issues</c>, as until 2024, instead of <c>details</c>.</summary>
    public bool ErrorsHaveIssues { get; init; }

    /// <summary>Gets or sets which events an update of a machine's type or disk creates and returns.</summary>
    public UpdateEvents UpdateEvents { get; init; } = UpdateEvents.One;

    /// <summary>Gets or sets whether changes to an automatic shutdown that is already enabled are silently ignored.</summary>
    public bool IgnoresAutoShutdownChanges { get; init; }

    /// <summary>Gets or sets whether the route for the standing of the account exists, which is not in the specification.</summary>
    public bool HasAccountStanding { get; init; }

    internal void Validate() =>
        SimulatorOptions.Require(DefaultPageSize is >= 1 and <= 120, nameof(DefaultPageSize), DefaultPageSize, "from 1 to 120");
}

/// <summary>Names the forms in which the last page of a list has no cursor.</summary>
public enum LastPageCursor
{
    /// <summary>The field is null.</summary>
    Null,

    /// <summary>The field is missing.</summary>
    Absent,

    /// <summary>The field is an empty string.</summary>
    Empty,
}

/// <summary>Names the events that an update of a machine's type or disk can create.</summary>
public enum UpdateEvents
{
    /// <summary>One event, which the response has.</summary>
    One,

    /// <summary>One event, which the response does not have.</summary>
    Unreported,

    /// <summary>Several events, of which the response has the first.</summary>
    Several,
}
