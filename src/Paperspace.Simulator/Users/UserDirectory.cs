namespace Paperspace.Simulator;

/// <summary>The users of the account.</summary>
internal sealed class UserDirectory(SimulatorOptions options, DateTimeOffset now)
{
    private readonly List<User> _all =
    [
        new(options.UserId, "owner@example.com", "Olivia", "Owner", options.TeamId, now.AddYears(-1)) { IsOwner = true },
        new("u3z4be26", "ada@example.com", "Ada", "Artist", options.TeamId, now.AddMonths(-8)),
        new("urtidqej", "bob@example.com", "Bob", "Builder", options.TeamId, now.AddMonths(-3)),
    ];

    public IReadOnlyList<User> All => _all;

    /// <summary>The user of the email address, made when there is none yet.</summary>
    public User FindOrAdd(string email, string firstName, string lastName, Chance chance, DateTimeOffset now)
    {
        if (_all.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var added = new User(chance.Id("u", 7, _all.Count, -1), email, firstName, lastName, options.TeamId, now);
        _all.Add(added);
        return added;
    }
}
