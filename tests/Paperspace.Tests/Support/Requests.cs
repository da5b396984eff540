namespace Paperspace.Tests.Support;

/// <summary>Requests that many tests start from.</summary>
internal static class Requests
{
    /// <summary>A create request with what is required and nothing else, of a type that no rule about templates is about.</summary>
    public static MachineCreateOptions Smallest() => new()
    {
        Region = "East Coast (NY2)",
        MachineType = "P4000",
        Size = 50,
        BillingType = "hourly",
        Name = "My Machine 1",
        TemplateId = "tbu200wi",
    };

    /// <summary>Every operation that sends a request, by the name of the reference.</summary>
    public static IReadOnlyDictionary<string, Func<IPaperspaceClient, CancellationToken, Task>> Operations { get; } =
        new Dictionary<string, Func<IPaperspaceClient, CancellationToken, Task>>(StringComparer.Ordinal)
        {
            ["create"] = (client, token) => client.Machines.CreateAsync(Smallest(), WaitUntil.Started, token),
            ["start"] = (client, token) => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, token),
            ["stop"] = (client, token) => client.Machines.StopAsync("psec02yp2", WaitUntil.Started, token),
            ["restart"] = (client, token) => client.Machines.RestartAsync("psec02yp2", WaitUntil.Started, token),
            ["destroy"] = (client, token) => client.Machines.DeleteAsync("psec02yp2", null, WaitUntil.Started, token),
            ["update"] = (client, token) =>
                client.Machines.UpdateAsync("psec02yp2", new MachineUpdateOptions { Name = "New" }, WaitUntil.Started, token),
            ["list"] = (client, token) => ReadAsync(client.Machines.List(), token),
            ["show"] = (client, token) => client.Machines.GetAsync("psec02yp2", token),
            ["setAccessForUser"] = (client, token) => client.Machines.GrantAccessAsync("psec02yp2", "ubx9ce8k", token),
            ["utilization"] = (client, token) => client.Machines.GetUtilizationAsync("psec02yp2", new BillingMonth("2022-03"), token),
            ["availability"] = (client, token) => client.Machines.GetAvailabilityAsync("East Coast (NY2)", "P4000", token),
            ["templates"] = (client, token) => ReadAsync(client.Templates.List(), token),
            ["users"] = (client, token) => ReadAsync(client.Users.List(), token),
        };

    private static async Task ReadAsync<T>(IPager<T> pager, CancellationToken cancellationToken)
    {
        using (pager)
            while (await pager.NextAsync(cancellationToken) is not null)
            {
            }
    }
}
