using System.Globalization;
using System.Text.Json;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Costs;

/// <summary>A machine of the V1 API with its events, as a server has them.</summary>
internal sealed class MachineHistory
{
    public const string Id = "psm9u09bwu5i";

    private readonly List<(DateTimeOffset At, string Json)> _events = [];

    /// <summary>Its price of an hour; null for a machine without one.</summary>
    public decimal? HourlyRate { get; init; } = 0.50m;

    /// <summary>Its price of a month of storage.</summary>
    public decimal StorageRate { get; init; } = 84m;

    public string State { get; init; } = "ready";

    public required string Created { get; init; }

    /// <summary>Whether it can still be read.</summary>
    public bool Exists { get; init; } = true;

    public string Reservation { get; init; } = "null";

    /// <summary>How many events a page has.</summary>
    public int PageSize { get; init; } = 120;

    /// <summary>Whether the server reports more events after the last page, but no cursor.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Adds events: name, when it was asked for and began, when it ended (- for not), state (done without it), and a
    /// message.</summary>
    public MachineHistory With(params string[] events)
    {
        foreach (var parts in events.Select(text => text.Split(' ', 5)))
        {
            var ended = parts.Length > 2 && parts[2] != "-" ? parts[2] : null;
            _events.Add((Time(parts[1]), JsonSerializer.Serialize(new
            {
                id = $"e{_events.Count}",
                name = parts[0],
                state = parts.Length > 3 ? parts[3].Replace('_', ' ') : "done",
                machineId = Id,
                dtCreated = parts[1],
                dtStarted = parts[1],
                dtFinished = ended,
                error = parts.Length > 4 ? parts[4] : null,
            })));
        }

        return this;
    }

    /// <summary>The machine as a list gives it.</summary>
    public Machine ToMachine(string readAt) => new()
    {
        Id = Id,
        Name = "one",
        State = State,
        HourlyRate = HourlyRate,
        StorageRate = StorageRate,
        DtCreated = Time(Created),
        ReadAt = Time(readAt),
    };

    /// <summary>Reads its use of a month, at a time.</summary>
    public async Task<MachineUtilization> ReadAsync(string month, string now, Machine? given = null) =>
        (await ReadAsync([month], now, given)).Months[0];

    /// <summary>Reads its use of months, at a time; and how many pages of events were asked for.</summary>
    public async Task<(IReadOnlyList<MachineUtilization> Months, IReadOnlyList<SeenRequest> Requests)> ReadAsync(
        string[] months,
        string now,
        Machine? given = null)
    {
        await using var server = ScriptedServer.Replying(GetReply);
        using var client = TestClient.Of(new Uri(server.BaseUri, "/v1"), new SkippingTimeProvider(Time(now)), retries: 0);
        var read = await client.Machines.GetUtilizationAsync(
            given?.Id ?? Id,
            given,
            [.. months.Select(month => new BillingMonth(month))],
            TestContext.Current.CancellationToken);
        return (read, server.Requests);
    }

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private Reply GetReply(SeenRequest request)
    {
        if (!request.Path.EndsWith("/machine-events", StringComparison.Ordinal))
            return Exists ? Reply.Json(Json()) : Reply.Example("v1-error-404-machine", 404);
        var all = _events.OrderByDescending(item => item.At).Select(item => item.Json).ToArray();
        var skip = request.Query.Contains("after=", StringComparison.Ordinal)
            ? int.Parse(request.Query.Split("after=")[1].Split('&')[0], CultureInfo.InvariantCulture)
            : 0;
        var page = all.Skip(skip).Take(PageSize).ToArray();
        var next = skip + page.Length < all.Length ? $"\"{skip + page.Length}\"" : "null";
        return Reply.Json(
            $$"""{"hasMore":{{(next == "null" && !IsCutOff ? "false" : "true")}},"nextPage":{{next}},"items":[{{string.Join(',', page)}}]}""");
    }

    private string Json() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"{{Id}}","name":"one","state":"{{State}}","os":"Ubuntu","machineType":"P4000","agentType":"LinuxHeadless","cpus":8,"region":"ny2",
        "publicIpType":"none","autoShutdownEnabled":false,"usageRate":{{(HourlyRate is { } rate ? rate.ToString(CultureInfo.InvariantCulture) : "null")}},
        "storageRate":{{StorageRate}},"dtCreated":"{{Created}}","dtModified":"{{Created}}","dtDeleted":null,"reservation":{{Reservation}}}
        """);
}
