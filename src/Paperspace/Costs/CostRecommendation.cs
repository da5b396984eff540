namespace Paperspace;

/// <summary>A possible saving: a resource that the account pays for but may not need, and a suggested command.</summary>
public sealed class CostRecommendation : Resource
{
    /// <summary>Gets or sets the finding: the name of a <see cref="CostRecommendationKind"/>.</summary>
    public string Finding { get; set; } = "";

    /// <summary>Gets or sets the kind of the resource, such as <c>machine</c>.</summary>
    public string ResourceKind { get; set; } = "";

    /// <summary>Gets or sets the resource's id; of a public address, the address.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets or sets the resource's name, where it has one.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Gets or sets the resource's region, where it is known.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the finding in sentences.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Gets or sets since when; null if unknown.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Gets or sets what the command would save per month, in US dollars, less what it adds (such as a template); null if a price
    /// is unknown.</summary>
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
