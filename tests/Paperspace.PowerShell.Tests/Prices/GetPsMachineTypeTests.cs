using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Prices;

/// <summary>Get-PsMachineType without an account.</summary>
public sealed class GetPsMachineTypeTests
{
    [Fact]
    public void The_table_has_hardware_price_regions_status_and_its_date()
    {
        using var session = new Session();
        var type = session.Run("Get-PsMachineType a6000x2").Succeeded().Single<MachineTypeInfo>();
        Assert.Equal(("A6000x2", "RTX A6000", 2, 48d), (type.MachineType, type.Gpu, type.GpuCount, type.GpuMemoryGB));
        Assert.Equal((16, 90d), (type.Vcpus, type.MemoryGB));
        Assert.Equal((3.78m, 2428m, "current", "2025-11-14"), (type.HourlyPrice, type.MonthlyPrice, type.Status, type.PriceDate));
        Assert.Equal(["NY2", "AMS1"], type.Region);
        Assert.Null(type.Available);
    }

    [Fact]
    public void Types_are_sorted_by_price_with_unknown_prices_last()
    {
        using var session = new Session();
        var types = session.Run("Get-PsMachineType").Succeeded().All<MachineTypeInfo>();
        Assert.Equal(60, types.Count);
        Assert.Equal("C1", types[0].MachineType);
        Assert.Equal(("A100-80G-PCIe", null), (types[^1].MachineType, types[^1].HourlyPrice));
        var prices = types.Select(type => type.HourlyPrice ?? decimal.MaxValue).ToArray();
        Assert.Equal(prices.Order(), prices);
    }

    [Theory]
    [InlineData("p4000*", "P4000 P4000x2 P4000x4")]
    [InlineData("-Gpu 'A100 80GB' -MaxHourlyPrice 6.36", "A100-80G A100-80Gx2")]
    [InlineData("-Gpu *M4000", "GPU+ GPU+x2 GPU+x4")]
    [InlineData("-MinGpuMemory 80GB -MaxHourlyPrice '6'", "A100-80G H100")]
    [InlineData("-MinGpuMemory 48 -MaxHourlyPrice 1.89", "A6000")]
    [InlineData("-MinVcpu 96", "A100x8 A100-80Gx8 H100x8")]
    [InlineData("-Region AMS1 -Gpu A4000", "A4000 A4000x2 A4000x4")]
    [InlineData("-Region 'West Coast (CA1)' -Gpu A5000", "")]
    [InlineData("C1, C2", "C1 C2")]
    public void Filters_select_types(string filter, string selected)
    {
        using var session = new Session();
        var types = session.Run($"Get-PsMachineType {filter}").Succeeded().All<MachineTypeInfo>();
        Assert.Equal(selected, string.Join(' ', types.Select(type => type.MachineType)));
    }

    [Fact]
    public void An_unknown_name_is_an_error_that_suggests_the_nearest()
    {
        using var session = new Session();
        var outcome = session.Run("Get-PsMachineType P4001, P4000");
        Assert.Equal("P4000", outcome.Single<MachineTypeInfo>().MachineType);
        Assert.Equal("There is no machine type 'P4001' in the price list. Did you mean 'P4000'?", outcome.Error.ToString());
    }

    [Fact]
    public void The_string_of_its_regions_which_a_CSV_cell_shows_is_readable()
    {
        using var session = new Session();
        Assert.Equal("NY2, CA1, AMS1", session.Run("(Get-PsMachineType P4000).Region.ToString()").Succeeded().Single<string>());
    }

    [Fact]
    public void What_is_returned_can_be_changed_without_changing_the_next_result()
    {
        using var session = new Session();
        session.Run("(Get-PsMachineType P4000).HourlyPrice = 9").Succeeded();
        Assert.Equal(0.51m, session.Run("Get-PsMachineType P4000").Single<MachineTypeInfo>().HourlyPrice);
    }

    [Fact]
    public void Every_known_type_is_in_the_table()
    {
        using var session = new Session();
        var types = session.Run("Get-PsMachineType").All<MachineTypeInfo>().Select(type => type.MachineType);
        Assert.Empty(MachineTypes.Known.Except(types));
    }
}

/// <summary>Get-PsMachineType with an account.</summary>
public abstract class AccountMachineTypeTests(PaperspaceApiVersion api)
{
    [Fact]
    public async Task Available_returns_what_can_be_requested_now_and_where()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Paperspace.SetCapacity(Regions.EastCoast, "P4000", available: false);
        var type = host.Run("Get-PsMachineType P4000 -Available").Succeeded().Single<MachineTypeInfo>();
        Assert.Equal(("P4000", true, 0.51m), (type.MachineType, type.Available, type.HourlyPrice));
        Assert.Equal(["CA1", "AMS1"], type.Region);
    }

    [Fact]
    public async Task A_type_without_capacity_is_not_available()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Paperspace.SetCapacity(Regions.Europe, "P5000", available: false);
        Assert.Empty(host.Run("Get-PsMachineType P5000 -Available -Region AMS1").Succeeded().Output);
        Assert.Equal("P5000", host.Run("Get-PsMachineType P5000 -Available -Region NY2").Succeeded().Single<MachineTypeInfo>().MachineType);
    }

    [Fact]
    public void A_failure_of_the_API_is_an_error_only_with_Available()
    {
        using var host = new FastHost(
            api,
            null,
            (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("{}") }));
        Assert.Equal(0.51m, host.Run("Get-PsMachineType P4000").Succeeded().Single<MachineTypeInfo>().HourlyPrice);
        var outcome = host.Run("Get-PsMachineType P4000 -Available");
        Assert.Empty(outcome.Output);
        Assert.NotNull(outcome.Error);
    }
}

/// <summary>Get-PsMachineType with an account of the Core API.</summary>
public sealed class CoreAccountMachineTypeTests() : AccountMachineTypeTests(PaperspaceApiVersion.Core)
{
    [Fact]
    public async Task The_API_reports_five_types()
    {
        await using var host = await SimulatedHost.StartAsync(PaperspaceApiVersion.Core);
        var types = host.Run("Get-PsMachineType -Available").Succeeded().All<MachineTypeInfo>();
        Assert.Equal(MachineTypes.DedicatedGpu.Order(), types.Select(type => type.MachineType).Order());
    }
}

/// <summary>Get-PsMachineType with an account of the V1 API.</summary>
public sealed class V1AccountMachineTypeTests() : AccountMachineTypeTests(PaperspaceApiVersion.V1)
{
    private const string Template =
        """
        {
          "items": [{
            "id": "t1",
            "name": "t1",
            "availableMachineTypes": [
              { "machineTypeLabel": "B200", "isAvailable": true },
              { "machineTypeLabel": "P4000", "isAvailable": false }
            ]
          }],
          "hasMore": false
        }
        """;

    [Fact]
    public void A_type_that_the_API_knows_and_the_table_does_not_is_listed_with_blanks()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, null, ServeTemplateAsync);
        var type = host.Run("Get-PsMachineType b200").Succeeded().Single<MachineTypeInfo>();
        Assert.Equal(("B200", "2025-11-14"), (type.MachineType, type.PriceDate));
        Assert.Equal((null, null, null, null), (type.Gpu, type.Vcpus, type.HourlyPrice, type.Region));
        Assert.Equal("B200", host.Run("(Get-PsMachineType)[-1].MachineType").Succeeded().Single<string>());
    }

    [Fact]
    public void A_type_without_a_template_is_not_checked()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, null, ServeTemplateAsync);
        Assert.Empty(host.Run("Get-PsMachineType P4000 -Available").Succeeded().Output);
        Assert.DoesNotContain(host.Lines(), line => line.Contains("machine-availability", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> ServeTemplateAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken token) =>
        request.RequestUri!.AbsolutePath.EndsWith("/os-templates", StringComparison.Ordinal)
            ? Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Template, Encoding.UTF8, "application/json") })
            : send();
}
