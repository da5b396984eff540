namespace Paperspace;

/// <summary>Recommends to end something that is paid for and may not be used.</summary>
public sealed class CostRecommendation
{
    /// <summary>Gets or sets what it is about.</summary>
    public CostRecommendationKind Kind { get; set; }

    /// <summary>Gets or sets the kind of the resource, such as <c>machine</c>.</summary>
    public string ResourceKind { get; set; } = "";

    /// <summary>Gets or sets the resource's id; of a public address, the address.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets or sets the resource's name, where it has one.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Gets or sets the resource's region, where it is known.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets what was found, in a sentence.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Gets or sets since when it is so; null where nothing tells it.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Gets or sets what it costs a month, in US dollars; null where no price is known.</summary>
    public decimal? MonthlyCost { get; set; }

    /// <summary>Gets or sets whether that amount is an estimate, rather than a price of the API.</summary>
    public bool IsEstimate { get; set; }

    /// <summary>Gets or sets the command that would end it. It is not run.</summary>
    public string Command { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize($"{ResourceId}: {Reason}");
}
