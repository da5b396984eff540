using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Prices;

/// <summary>A price list of the user's own.</summary>
[Collection(Surroundings.Name)]
public sealed class PriceListFileTests : IDisposable
{
    private const string Own =
        """
        {
          "date": "2026-10-01",
          "machineTypes": [{ "name": "P4000", "hourly": 0.4 }, { "name": "Mine", "hourly": 1.25, "gpus": null }]
        }
        """;

    private readonly Surroundings _surroundings = new();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_price_file_of_the_user_replaces_the_table(string encoding)
    {
        Write(Own, encoding);
        using var session = new Session();
        var types = session.Run("Get-PsMachineType").Succeeded().All<MachineTypeInfo>();
        Assert.Equal(["P4000 0.4", "Mine 1.25"], types.Select(type => FormattableString.Invariant($"{type.MachineType} {type.HourlyPrice}")));
        Assert.All(types, type => Assert.Equal("2026-10-01", type.PriceDate));
        Assert.Null(types[0].Vcpus);
    }

    [Fact]
    public void A_file_that_changes_is_read_again()
    {
        var path = Write(Own, "utf-8");
        using var session = new Session();
        Assert.Equal(2, session.Run("Get-PsMachineType").All<MachineTypeInfo>().Count);
        File.WriteAllText(path, """{ "date": "2026-10-02", "machineTypes": [] }""");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        Assert.Empty(session.Run("Get-PsMachineType").Succeeded().Output);
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "its date is ''")]
    [InlineData("""{ "date": "14.11.2025" }""", "its date is '14.11.2025'. Write it as yyyy-MM-dd")]
    [InlineData("""{ "date": "2026-10-01", "currency": "EUR" }""", "Only \"USD\" is supported.")]
    [InlineData("""{ "date": "2026-10-01", "machineTypes": [{ "name": "P4000", "hourly": "0,51" }] }""", "hourly of P4000 is '0,51'")]
    [InlineData("""{ "date": "2026-10-01", "machineTypes": [{ "name": "P4000", "hourly": -1 }] }""", "hourly of P4000 is '-1'")]
    [InlineData("""{ "date": "2026-10-01", "machineTypes": [{ "hourly": 1 }] }""", "a machine type has no name")]
    [InlineData("""{ "date": "2026-10-01", "disks": [{ "monthly": 1 }] }""", "a price of disks has no sizeGB")]
    public void An_invalid_price_file_is_an_error_that_names_it(string content, string reason)
    {
        var path = Write(content, "utf-8");
        using var session = new Session();
        var error = session.Run("Get-PsMachineType").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{path}' (set by PAPERSPACE_PRICE_LIST)", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        _surroundings.Set("PAPERSPACE_PRICE_LIST", Path.Combine(_surroundings.Home, "none.json"));
        using var session = new Session();
        Assert.Contains("none.json", session.Run("Get-PsMachineType").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_price_file_does_not_prevent_creating_a_machine()
    {
        Write("{", "utf-8");
        using var host = new FastHost();
        host.Run("New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4").Succeeded();
        Assert.Single(host.Run("Get-PsMachine gpu").Succeeded().Output);
    }

    public void Dispose() => _surroundings.Dispose();

    private string Write(string content, string encoding)
    {
        var path = Path.Combine(_surroundings.Home, "prices.json");
        File.WriteAllText(path, content, System.Text.Encoding.GetEncoding(encoding));
        _surroundings.Set("PAPERSPACE_PRICE_LIST", path);
        return path;
    }
}
