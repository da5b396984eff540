namespace Paperspace;

/// <summary>Recommends a possible saving: a resource that the account pays for but may not need, with a suggested command.</summary>
public sealed class CostRecommendation : Resource
{
    /// <summary>Gets or sets the finding, the name of a <see cref="CostRecommendationKind"/>.</summary>
    public string Finding { get; set; } = "";

    /// <summary>Gets or sets the kind of the resource, such as <c>machine</c>.</summary>
    public string ResourceKind { get; set; } = "";

    /// <summary>Gets or sets the id of the resource; for a public IP address, the address.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets the id of the machine; null for another resource.</summary>
    public string? MachineId => ResourceKind == ResourceKinds.Machine ? ResourceId : null;

    /// <summary>Gets or sets the name of the resource; null if it has none.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Gets or sets the region of the resource; null if unknown.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the reason, in sentences.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Gets or sets the time since when the finding applies, in UTC; null if unknown.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>
    /// Gets or sets the saving per month in US dollars, less the costs that the command adds, such as for a template;
    /// null if a price is unknown.
    /// </summary>
    public decimal? MonthlySaving { get; set; }

    /// <summary>Gets or sets whether that amount is an estimate, rather than computed from the API's prices.</summary>
    public bool IsEstimate { get; set; }

    /// <summary>Gets or sets whether a list price is part of that amount.</summary>
    public bool IsListPrice { get; set; }

    /// <summary>Gets or sets the suggested command, which is not run.</summary>
    public string Command { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize($"{ResourceId}: {Reason}");
}
