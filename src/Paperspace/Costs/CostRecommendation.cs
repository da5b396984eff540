namespace Paperspace;

/// <summary>Recommends what to do about a resource that is paid for and may not be needed.</summary>
public sealed class CostRecommendation : Resource
{
    /// <summary>Gets or sets what was found, in a word: the name of a <see cref="CostRecommendationKind"/>.</summary>
    public string Finding { get; set; } = "";

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

    /// <summary>Gets or sets what the command would save a month, in US dollars; null if no price is known.</summary>
    public decimal? MonthlySaving { get; set; }

    /// <summary>Gets or sets whether that amount is an estimate, rather than a price of the API.</summary>
    public bool IsEstimate { get; set; }

    /// <summary>Gets or sets whether that amount is at list price, since the API returns no rate.</summary>
    public bool IsListPrice { get; set; }

    /// <summary>Gets or sets the suggested command. It is not run.</summary>
    public string Command { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize($"{ResourceId}: {Reason}");
}
