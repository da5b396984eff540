namespace Paperspace.Simulator;

/// <summary>Describes the team that the account belongs to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Namespace">Its name in addresses: lower-case letters, digits and single hyphens.</param>
/// <param name="Name">Its name.</param>
/// <param name="MaxMachines">The most machines that it may have; null for any number.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record SimulatedTeam(string Id, string Namespace, string Name, int? MaxMachines, DateTimeOffset CreatedAt);
