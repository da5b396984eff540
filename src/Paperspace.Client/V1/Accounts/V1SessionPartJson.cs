namespace Paperspace.Client;

/// <summary>Holds the team or the user of a session as the V1 API returns it.</summary>
internal sealed class V1SessionPartJson
{
    public string? Id { get; set; }

    /// <summary>Gets or sets the team's namespace, or the user's e-mail address.</summary>
    public string? Name { get; set; }
}
