using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Simulator.Core;

internal sealed class GetUtilizationRoute() : CoreRoute("GET", "/machines/getUtilization")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var machine = request.QueryMachine();
        var month = BillingMonthParameter.Parse(request.Query.Required("billingMonth"));
        var utilization = new SimulatedUtilization(machine, month.Begins, month.Ends, request.Now);
        var hardware = machine.HardwareAt(request.Now);
        // Only an hourly machine has an hourly rate: one that is billed by the month has the flat price in its place.
        var (rateName, rate) = machine.BillingType == SimulatedBillingType.Monthly
            ? ("monthlyRate", hardware.Type.MonthlyRate)
            : ("hourlyRate", hardware.Type.HourlyRate);
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("machineId");
            writer.WriteValue(machine.Id);
            writer.WritePropertyName("utilization");
            Write(writer, machine, month, utilization.Running, rateName, utilization.IsBilled ? rate : null);
            writer.WritePropertyName("storageUtilization");
            decimal? storageRate = utilization.IsBilled ? StorageRates.Monthly(hardware.Size) : null;
            Write(writer, machine, month, utilization.Kept, "monthlyRate", storageRate);
            writer.WriteEndObject();
        });
    }

    private static void Write(
        JsonTextWriter writer, SimulatedMachine machine, BillingMonthParameter month, TimeSpan used, string rateName, decimal? rate)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("machineId");
        writer.WriteValue(machine.Id);
        writer.WritePropertyName("secondsUsed");
        if (used == TimeSpan.Zero)
            writer.WriteValue(0);
        else
            writer.WriteValue(used.TotalSeconds);
        writer.WritePropertyName(rateName);
        // A rate is text, except in a month in which there was no machine: then it was seen as the number 0.
        if (rate is { } known)
            writer.WriteValue(known.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteValue(0);
        writer.WritePropertyName("billingMonth");
        writer.WriteValue(month.Text);
        writer.WriteEndObject();
    }
}
