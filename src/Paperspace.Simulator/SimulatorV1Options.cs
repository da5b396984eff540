namespace Paperspace.Simulator;

/// <summary>Configures the V1 API where recordings differ or its behavior is unknown.</summary>
public sealed record SimulatorV1Options
{
    /// <summary>Gets or sets the default page size, from 1 to 120.</summary>
    public int DefaultPageSize { get; init; } = 25;

    /// <summary>Gets or sets whether sizes in bytes are numbers, as specified, instead of strings, as observed.</summary>
    public bool SizesAreNumbers { get; init; }

    /// <summary>Gets or sets whether regions are lower-case codes (<c>ny2</c>), as specified, instead of full names, as observed.</summary>
    public bool RegionsAreShort { get; init; }

    /// <summary>Gets or sets the cursor on the last page of a list.</summary>
    public LastPageCursor LastPageCursor { get; init; } = LastPageCursor.Null;

    /// <summary>Gets or sets whether each page repeats the last item of the previous page.</summary>
    public bool RepeatsItemsAcrossPages { get; init; }

    /// <summary>Gets or sets whether the name filter of lists matches a part of the name instead of the whole name.</summary>
    public bool FiltersByPartOfName { get; init; } = true;

    /// <summary>Gets or sets whether validation errors have <c>issues</c>, as until 2024, instead of <c>details</c>.</summary>
    public bool ErrorsHaveIssues { get; init; }

    /// <summary>Gets or sets which events an update of a machine type or disk size creates and returns.</summary>
    public UpdateEvents UpdateEvents { get; init; } = UpdateEvents.One;

    /// <summary>Gets or sets whether changes to an already enabled automatic shutdown are silently ignored.</summary>
    public bool IgnoresAutoShutdownChanges { get; init; }

    /// <summary>Gets or sets whether the unspecified route for the account standing exists.</summary>
    public bool HasAccountStanding { get; init; }

    internal void Validate() =>
        SimulatorOptions.Require(DefaultPageSize is >= 1 and <= 120, nameof(DefaultPageSize), DefaultPageSize, "from 1 to 120");
}

/// <summary>Specifies how the last page of a list omits the cursor.</summary>
public enum LastPageCursor
{
    /// <summary>The field is null.</summary>
    Null,

    /// <summary>The field is missing.</summary>
    Absent,

    /// <summary>The field is an empty string.</summary>
    Empty,
}

/// <summary>Specifies the events of an update of a machine type or disk size.</summary>
public enum UpdateEvents
{
    /// <summary>One event, which the response contains.</summary>
    One,

    /// <summary>One event, which the response does not contain.</summary>
    Unreported,

    /// <summary>Several events, of which the response contains the first.</summary>
    Several,
}
