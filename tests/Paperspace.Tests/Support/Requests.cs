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
        MachineName = "My Machine 1",
        TemplateId = "tbu200wi",
    };

    /// <summary>Every operation that sends a request, by the name of the reference.</summary>
    public static IReadOnlyDictionary<string, Func<IPaperspaceClient, CancellationToken, Task>> Operations { get; } =
        new Dictionary<string, Func<IPaperspaceClient, CancellationToken, Task>>(StringComparer.Ordinal)
        {
            ["create"] = (client, token) => client.CreateMachineAsync(Smallest(), token),
            ["start"] = (client, token) => client.StartMachineAsync("psec02yp2", token),
            ["stop"] = (client, token) => client.StopMachineAsync("psec02yp2", token),
            ["restart"] = (client, token) => client.RestartMachineAsync("psec02yp2", token),
            ["destroy"] = (client, token) => client.DestroyMachineAsync("psec02yp2", null, token),
            ["update"] = (client, token) => client.UpdateMachineAsync("psec02yp2", new MachineUpdateOptions { MachineName = "New" }, token),
            ["list"] = ListAsync,
            ["show"] = (client, token) => client.ShowMachineAsync("psec02yp2", token),
            ["setAccessForUser"] = (client, token) => client.SetMachineAccessAsync("psec02yp2", "ubx9ce8k", true, token),
            ["utilization"] = (client, token) => client.GetUtilizationAsync("psec02yp2", new BillingMonth("2022-03"), token),
            ["availability"] = (client, token) => client.GetAvailabilityAsync("East Coast (NY2)", "P4000", token),
            ["templates"] = (client, token) => client.ListTemplatesAsync(token),
        };

    private static async Task ListAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        using var listing = client.ListMachines();
        while (await listing.NextAsync(cancellationToken) is not null)
        {
        }
    }
}
