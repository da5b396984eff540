namespace Paperspace.Client;

internal static class CoreUsageJsonMap
{
    public static JsonMap<Usage> Map { get; } = new JsonMap<Usage>((it, others) => it.AdditionalData = others)
        .String("machineId", (it, value) => it.MachineId = value)
        .Double("secondsUsed", (it, value) => it.SecondsUsed = value)
        .Money("hourlyRate", (it, value) => it.HourlyRate = value)
        .Money("monthlyRate", (it, value) => it.MonthlyRate = value)
        .String("billingMonth", (it, value) => it.BillingMonth = value);
}
