using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class CoreUtilizationRoutes
{
    public static void Register(RouteTable<CoreRequest> routes) => routes.Get("/machines/getUtilization", Get);

    private static SimulatedResponse Get(CoreRequest request)
    {
        var machine = request.QueryMachine();
        var month = request.Query.Required("billingMonth");
        var begins = ParseMonth(month);
        var utilization = new SimulatedUtilization(machine, begins, begins.AddMonths(1), request.Now);
        var hardware = machine.HardwareAt(request.Now);
        // With monthly billing, a machine has a flat price instead of an hourly rate.
        var (rateName, rate) = machine.BillingType == SimulatedBillingType.Monthly
            ? ("monthlyRate", hardware.Type.MonthlyRate)
            : ("hourlyRate", hardware.Type.HourlyRate);
        return JsonResponse.Create(new JObject
        {
            ["machineId"] = machine.Id,
            ["utilization"] = Use(utilization.Running, rateName, rate),
            ["storageUtilization"] = Use(utilization.Kept, "monthlyRate", StorageRates.Monthly(hardware.Size)),
        });

        JObject Use(TimeSpan used, string name, decimal price) => new()
        {
            ["machineId"] = machine.Id,
            ["secondsUsed"] = used == TimeSpan.Zero ? (JToken)0 : used.TotalSeconds,
            // A rate is a string, except that 0 was recorded for a month in which the machine did not exist.
            [name] = utilization.IsBilled ? price.ToString(CultureInfo.InvariantCulture) : 0,
            ["billingMonth"] = month,
        };
    }

    private static DateTimeOffset ParseMonth(string month) =>
        DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins) && begins.Year < 9999
            ? new DateTimeOffset(begins, TimeSpan.Zero)
            : throw CoreErrors.WrongType("billingMonth", "in YYYY-MM format");
}
