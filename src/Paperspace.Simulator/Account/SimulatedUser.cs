namespace Paperspace.Simulator;

internal sealed class SimulatedUser
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsOwner { get; init; }

    public bool IsAdmin { get; set; }

    /// <summary>Gets or sets when the user joined the team; null until the invitation is accepted.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? LastActiveAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class SimulatedUserRepository(SimulatorOptions options, DateTimeOffset now)
{
    private readonly List<SimulatedUser> _all =
    [
        new()
        {
            Id = options.UserId,
            Email = "owner@example.com",
            FirstName = "Olivia",
            LastName = "Owner",
            TeamId = options.TeamId,
            CreatedAt = now.AddYears(-1),
            ConfirmedAt = now.AddYears(-1),
            LastActiveAt = now,
            IsOwner = true,
            IsAdmin = true,
        },
        Member("u3z4be26", "ada@example.com", "Ada", "Artist", options, now.AddMonths(-8)),
        Member("urtidqej", "bob@example.com", "Bob", "Builder", options, now.AddMonths(-3)),
    ];

    private int _added;

    public IReadOnlyList<SimulatedUser> All => _all;

    public SimulatedUser Owner => _all[0];

    public SimulatedUser? Find(string id) => _all.Find(user => user.Id == id);

    public void Remove(SimulatedUser user, DateTimeOffset now)
    {
        user.RemovedAt = now;
        _all.Remove(user);
    }

    /// <summary>Returns the user with the email address, who is added if necessary.</summary>
    public SimulatedUser FindOrAdd(string email, string firstName, string lastName, DeterministicRandom random, DateTimeOffset now)
    {
        if (_all.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var added = new SimulatedUser
        {
            Id = random.Id("u", 7, _added++, -1),
            Email = email,
            FirstName = firstName,
            LastName = lastName,
            TeamId = options.TeamId,
            CreatedAt = now,
        };
        _all.Add(added);
        return added;
    }

    private static SimulatedUser Member(
        string id, string email, string firstName, string lastName, SimulatorOptions options, DateTimeOffset createdAt) => new()
        {
            Id = id,
            Email = email,
            FirstName = firstName,
            LastName = lastName,
            TeamId = options.TeamId,
            CreatedAt = createdAt,
            ConfirmedAt = createdAt,
            LastActiveAt = createdAt,
        };
}

internal sealed record SimulatedTeam(string Id, string Namespace, string Name, int? MaxMachines, DateTimeOffset CreatedAt);
