namespace Paperspace.Simulator;

/// <summary>Holds the users of the team.</summary>
internal sealed class SimulatedUserRepository(SimulatorOptions options, DateTimeOffset now)
{
    private readonly List<SimulatedUser> _all =
    [
        new(options.UserId, "owner@example.com", "Olivia", "Owner", options.TeamId, now.AddYears(-1)) { IsOwner = true },
        new("u3z4be26", "ada@example.com", "Ada", "Artist", options.TeamId, now.AddMonths(-8)),
        new("urtidqej", "bob@example.com", "Bob", "Builder", options.TeamId, now.AddMonths(-3)),
    ];

    public IReadOnlyList<SimulatedUser> All => _all;

    /// <summary>Gives the user of the email address, who is added when there is none yet.</summary>
    public SimulatedUser FindOrAdd(string email, string firstName, string lastName, DeterministicRandom random, DateTimeOffset now)
    {
        if (_all.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var added = new SimulatedUser(random.Id("u", 7, _all.Count, -1), email, firstName, lastName, options.TeamId, now);
        _all.Add(added);
        return added;
    }
}
