namespace Paperspace.Client;

/// <summary>Represents the team or the user of a session of the V1 API.</summary>
internal sealed class V1SessionPartJson
{
    public string? Id { get; set; }

    /// <summary>Gets or sets the team's namespace, or the user's email address.</summary>
    public string? Name { get; set; }
}
