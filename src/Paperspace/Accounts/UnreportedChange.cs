using System.Globalization;

namespace Paperspace;

/// <summary>Describes a change whose result was not written to the pipeline because the command was interrupted.</summary>
public sealed class UnreportedChange
{
    /// <summary>Gets a description of the target; for a new resource, its intended name.</summary>
    public string Target { get; init; } = "";

    /// <summary>Gets the action, as <c>-WhatIf</c> shows it.</summary>
    public string Action { get; init; } = "";

    /// <summary>Gets the id of the resource; null if it is unknown.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the time when the request was sent, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the known outcome of the request.</summary>
    public ChangeOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1}: {2}",
            TerminalText.Sanitize(Action),
            DescribeTarget(),
            Outcome == ChangeOutcome.Accepted ? "accepted" : "outcome unknown");

    private string DescribeTarget() =>
        TerminalText.Sanitize(Id is null || Target.StartsWith(Id, StringComparison.Ordinal) ? Target : $"{Id} ({Target})");
}
