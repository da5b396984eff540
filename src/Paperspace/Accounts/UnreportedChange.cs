using System.Globalization;

namespace Paperspace;

/// <summary>Describes a request that changes something, whose result the command that sent it could not emit because it was ended
/// early.</summary>
public sealed class UnreportedChange
{
    /// <summary>Gets what it was carried out on, in words; for a new resource, the name that it was to have.</summary>
    public string Target { get; init; } = "";

    /// <summary>Gets the action, as <c>-WhatIf</c> shows it.</summary>
    public string Action { get; init; } = "";

    /// <summary>Gets the id of the resource; null where it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>Gets when the request began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets what is known of it.</summary>
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
