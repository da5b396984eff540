using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Machines;

/// <summary>Maps the JSON of one part of a machine's utilization.</summary>
internal static class UsageJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Usage> Map { get; } = new JsonMap<Usage>((it, others) => it.AdditionalData = others)
        .Text("machineId", (it, value) => it.MachineId = value)
        .Double("secondsUsed", (it, value) => it.SecondsUsed = value)
        .Money("hourlyRate", (it, value) => it.HourlyRate = value)
        .Money("monthlyRate", (it, value) => it.MonthlyRate = value)
        .Text("billingMonth", (it, value) => it.BillingMonth = value);
}
