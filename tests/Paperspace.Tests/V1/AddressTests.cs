using System.Net;
using System.Security;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Public addresses, shared drives and desktops are read field by field, and passwords kept from what shows things.</summary>
public sealed class AddressTests
{
    private const string Password = "example-only";

    [Fact]
    public async Task A_public_address_has_its_region_and_perhaps_a_machine()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("v1-public-ips"));
        using var client = TestClient.OfV1(server.BaseUri);
        var (items, warnings) = await Pages.ReadAsync(client.PublicIps.List());
        Assert.Equal(
            [("203.0.113.0", "NY2", "psm9u09bwu5i"), ("198.51.100.7", "NY2", null)],
            items.Select(item => (item.Ip, item.Region, item.AssignedMachineId)));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), items[0].DtCreated);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Unknown_fields_of_a_public_address_are_kept()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""{"ip":"198.51.100.7","region":"mars1","assignedMachineId":null,"more":[1]}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        var claimed = await client.PublicIps.ClaimAsync("mars1", default);
        Assert.Equal(("mars1", (string?)null), (claimed.Region, claimed.AssignedMachineId));
        Assert.Equal(["more"], claimed.AdditionalData.Keys);
        Assert.Equal("""{"region":"mars1"}""", server.Request.Body);
    }

    [Fact]
    public async Task A_single_address_is_found_in_the_list()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("v1-public-ips"));
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Equal("psm9u09bwu5i", (await client.PublicIps.GetAsync("203.0.113.0", default)).AssignedMachineId);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.PublicIps.GetAsync("203.0.113.9", default));
        Assert.Equal(PaperspaceErrorReason.ResourceNotFound, error.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("198.51.100")]
    [InlineData("198.51.100.7/x")]
    [InlineData("198.51.100.007")]
    [InlineData("../machines/ps1")]
    [InlineData("example.org")]
    public async Task An_invalid_address_sends_nothing(string ip)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Equal(
            PaperspaceErrorReason.InvalidRequest,
            (await Assert.ThrowsAsync<PaperspaceException>(async () => await client.PublicIps.ReleaseAsync(ip, default))).Reason);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Claims_and_releases_are_not_repeated_and_assignments_are()
    {
        foreach (var isAssignment in new[] { false, true })
        {
            await using var server = ScriptedServer.Replying(Reply.Json("{}", 503), Reply.Example("v1-public-ip-assign-answer"));
            using var client = TestClient.OfV1(server.BaseUri);
            if (isAssignment)
            {
                Assert.Equal(
                    "ps8k2v5tq1zn",
                    (await client.PublicIps.AssignAsync("198.51.100.7", "ps8k2v5tq1zn", default)).AssignedMachineId);
                Assert.Equal(2, server.Requests.Count);
                continue;
            }

            Assert.Equal(
                PaperspaceErrorReason.OutcomeUnknown,
                (await Assert.ThrowsAsync<PaperspaceException>(() => client.PublicIps.ClaimAsync("NY2", default))).Reason);
            Assert.Single(server.Requests);
        }
    }

    [Fact]
    public async Task A_shared_drive_has_every_field_and_its_password_as_a_secure_string()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("v1-shared-drives"));
        using var client = TestClient.OfV1(server.BaseUri);
        var drive = Assert.Single((await Pages.ReadAsync(client.SharedDrives.List())).Items);
        Assert.Equal(
            ("RJFHxSmO7U03", "datasets", 268435456000L, "NY2", "nwhoe4ox", @"\\10.64.12.5\datasets", "shareuser"),
            (drive.Id, drive.Name, drive.Size, drive.Region, drive.NetworkId, drive.MountPoint, drive.Username));
        Assert.Equal(Password, Reveal(drive.Password));
        AssertHidden(drive);
    }

    [Fact]
    public async Task A_size_can_be_a_string_and_an_unusual_password_is_not_kept_in_clear()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""{"id":"d1","size":"268435456000","password":["example-only"],"username":null,"shape":"round"}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        var drive = await client.SharedDrives.GetAsync("d1", default);
        Assert.Equal((268435456000L, null), (drive.Size, drive.Password));
        Assert.Equal(["shape"], drive.AdditionalData.Keys);
    }

    [Fact]
    public async Task A_drive_that_was_deleted_is_not_listed()
    {
        await using var server = ScriptedServer.Replying(Reply.Json(
            """{"hasMore":false,"items":[{"id":"d1","dtDeleted":"2026-01-01T00:00:00Z"},{"id":"d2","dtDeleted":null}]}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Equal(["d2"], (await Pages.ReadAsync(client.SharedDrives.List())).Items.Select(drive => drive.Id));
    }

    [Theory]
    [InlineData(null, 1, "NY2", "n1", "Name")]
    [InlineData("a", 0, "NY2", "n1", "Size")]
    [InlineData("a", 1, " ", "n1", "Region")]
    [InlineData("a", 1, "NY2", "", "NetworkId")]
    public void An_invalid_drive_is_an_error_before_anything_is_sent(
        string? name,
        int size,
        string region,
        string network,
        string parameter)
    {
        var options = new SharedDriveCreateOptions { Name = name, Size = size, Region = region, NetworkId = network };
        Assert.Equal([parameter], Assert.Throws<PaperspaceException>(options.Validate).Parameters);
    }

    [Fact]
    public async Task A_Linux_desktop_has_a_password_and_a_Windows_desktop_an_address()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Example("v1-desktop-linux"),
            Reply.Example("v1-desktop-windows"),
            Reply.Json("{}"));
        using var client = TestClient.OfV1(server.BaseUri);
        var linux = Assert.Single(await client.Machines.GetDesktopsAsync("psaaa", default));
        Assert.Equal(
            ("psaaa", "VNC", "10.64.12.21", 5900, null),
            (linux.MachineId, linux.Protocol, linux.Hostname, linux.Port, linux.PublicIpAddress));
        Assert.Equal(Password, Reveal(linux.Password));
        AssertHidden(linux);
        var windows = Assert.Single(await client.Machines.GetDesktopsAsync("psbbb", default));
        Assert.Equal(
            ("RDP", "10.64.12.22", 3389, "203.0.113.24", null),
            (windows.Protocol, windows.Hostname, windows.Port, windows.PublicIpAddress, windows.Password));
        Assert.Empty(await client.Machines.GetDesktopsAsync("psccc", default));
    }

    [Theory]
    [InlineData("v1-desktop-linux")]
    [InlineData("v1-shared-drives")]
    public async Task A_password_is_in_no_log(string example)
    {
        await using var server = ScriptedServer.Replying(Reply.Example(example));
        using var owner = TestClient.OfV1(server.BaseUri);
        var log = new RequestLogRecorder();
        using var client = owner.CreateClient(log);
        if (example == "v1-desktop-linux") await client.Machines.GetDesktopsAsync("psaaa", default);
        else await Pages.ReadAsync(client.SharedDrives.List());
        Assert.Contains("***", log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_release_of_the_address_is_a_warning()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Path.Contains("public-ips/", StringComparison.Ordinal)
                ? Reply.Json("""{"message":"Nothing of the kind.","code":"FORBIDDEN"}""", 403)
            : request.Path.Contains("public-ips", StringComparison.Ordinal) ? Reply.Json("""{"hasMore":false,"items":[]}""")
            : request.Method == "GET" ? Reply.Json("""{"id":"ps8k2v5tq1zn","publicIp":"203.0.113.24","publicIpType":"static"}""")
            : Reply.Example("v1-delete-answer"));
        using var client = TestClient.OfV1(server.BaseUri);
        var operation = await client.Machines.DeleteAsync("ps8k2v5tq1zn", true, WaitUntil.Started, default);
        Assert.Contains("203.0.113.24 was not released", Assert.Single(operation.Warnings), StringComparison.Ordinal);
        Assert.Contains("DELETE /v1/public-ips/203.0.113.24", server.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    // The machine's record may be stale, and so may the list be; an address may move while the machine is deleted.
    // Each case: the address of the record; whose the list says the address is before and after the deletion; what becomes of it.
    [Theory]
    [InlineData("static", "psbbb", "psbbb", "it is assigned to machine psbbb.")]
    [InlineData("static", "psaaa", "psbbb", "it is assigned to machine psbbb.")]
    [InlineData("static", null, null, "it is not assigned to this machine.")]
    [InlineData("static", "psaaa", "psaaa", null)]
    [InlineData("static", "psaaa", null, null)]
    [InlineData("none", "psaaa", "psaaa", null)]
    [InlineData("dynamic", "psaaa", null, null)]
    [InlineData("none", "psaaa", "psbbb", "it is assigned to machine psbbb.")]
    [InlineData("none", "psbbb", "psbbb", "")]
    public async Task Only_the_addresses_of_the_deleted_machine_are_released(string recorded, string? before, string? after, string? kept)
    {
        var isDeleted = false;
        await using var server = ScriptedServer.Replying(request =>
        {
            if (request.Path.EndsWith("/public-ips", StringComparison.Ordinal))
            {
                var owner = (isDeleted ? after : before) is { } id ? $"\"{id}\"" : "null";
                return Reply.Json(
                    $$"""{"hasMore":false,"items":[{"ip":"203.0.113.24","region":"ny2","assignedMachineId":{{owner}}}]}""");
            }

            if (request.Method == "GET")
                return Reply.Json(
                    $$"""{"id":"psaaa","publicIp":{{(recorded == "static" ? "\"203.0.113.24\"" : "null")}},"publicIpType":"{{recorded}}"}""");
            isDeleted = true;
            return request.Path.Contains("public-ips/", StringComparison.Ordinal)
                ? Reply.Json("""{"ip":"203.0.113.24"}""")
                : Reply.Json("""{"data":{"id":"psaaa"},"event":{"id":"ev1","name":"deactivate","state":"new","machineId":"psaaa"}}""");
        });
        using var client = TestClient.OfV1(server.BaseUri);
        var operation = await client.Machines.DeleteAsync("psaaa", true, WaitUntil.Started, default);
        var releases = server.Requests.Count(request => request.Method == "DELETE" && request.Path.Contains("public-ips", StringComparison.Ordinal));
        Assert.Equal(kept is null ? 1 : 0, releases);
        if (string.IsNullOrEmpty(kept)) Assert.Empty(operation.Warnings);
        else
            Assert.Equal(
                $"The machine is being deleted, but its static IP address 203.0.113.24 was not released and is still billed: {kept}",
                Assert.Single(operation.Warnings));
    }

    [Theory]
    [InlineData("static", "203.0.113.24 was not released")]
    [InlineData("none", "may have a static IP address")]
    public async Task Unreadable_assignments_release_nothing_and_are_a_warning(string recorded, string says)
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Path.Contains("public-ips", StringComparison.Ordinal)
                ? Reply.Json("""{"message":"Nothing of the kind.","code":"FORBIDDEN"}""", 403)
            : request.Method == "GET"
                ? Reply.Json($$"""{"id":"ps8k2v5tq1zn","publicIp":"203.0.113.24","publicIpType":"{{recorded}}"}""")
            : Reply.Example("v1-delete-answer"));
        using var client = TestClient.OfV1(server.BaseUri);
        var operation = await client.Machines.DeleteAsync("ps8k2v5tq1zn", true, WaitUntil.Started, default);
        Assert.Contains(says, Assert.Single(operation.Warnings), StringComparison.Ordinal);
        Assert.Single(server.Requests, request => request.Method == "DELETE");
    }

    private static string? Reveal(SecureString? secret) => secret is null ? null : new NetworkCredential("", secret).Password;

    private static void AssertHidden<T>(T item)
    {
        Assert.DoesNotContain(Password, item!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, System.Text.Json.JsonSerializer.Serialize(item), StringComparison.Ordinal);
    }
}
