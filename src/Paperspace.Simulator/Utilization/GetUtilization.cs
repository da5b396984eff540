using Newtonsoft.Json;

namespace Paperspace.Simulator;

internal sealed class GetUtilization() : Route("GET", "/machines/getUtilization")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Shown(request);
        var month = BillingMonth.Parse(request.Query.Required("billingMonth"));
        var from = month.Begins > machine.CreatedAt ? month.Begins : machine.CreatedAt;
        var to = month.Ends < request.Now ? month.Ends : request.Now;
        var exists = to > from;
        return Answers.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("machineId");
            writer.WriteValue(machine.Id);
            writer.WritePropertyName("utilization");
            var running = exists ? machine.Timeline.RunningWithin(from, to) : TimeSpan.Zero;
            Write(writer, machine, month, running, "hourlyRate", exists ? machine.Type.HourlyRate : null);
            writer.WritePropertyName("storageUtilization");
            var kept = exists ? to - from : TimeSpan.Zero;
            Write(writer, machine, month, kept, "monthlyRate", exists ? StorageRate.Monthly(machine.Size) : null);
            writer.WriteEndObject();
        });
    }

    private static void Write(JsonTextWriter writer, Machine machine, BillingMonth month, TimeSpan used, string rateName, string? rate)
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
        if (rate is null)
            writer.WriteValue(0);
        else
            writer.WriteValue(rate);
        writer.WritePropertyName("billingMonth");
        writer.WriteValue(month.Text);
        writer.WriteEndObject();
    }
}
