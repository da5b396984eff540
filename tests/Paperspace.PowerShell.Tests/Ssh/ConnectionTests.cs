using System.Net;
using System.Net.Sockets;
using System.Text;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Connections that cannot be made, or must not be.</summary>
public sealed class ConnectionTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly MachineSeed Ready = new() { Id = "psconn1", Name = "conn-1", AssignPublicIp = true };

    [Fact]
    public void A_port_that_is_closed_is_reported()
    {
        using var host = Create();
        var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        host.Session.Set("ssh", host.Parameters(port));
        AssertUnreachable(host.Run("Invoke-PsMachineCommand psconn1 id -ConnectTimeout 1 @ssh"), "Connection refused");
        AssertUnreachable(host.Run("Enter-PsMachine psconn1 -ConnectTimeout 1 @ssh"), "Connection refused");
    }

    [Fact]
    public void A_port_that_says_nothing_is_reported()
    {
        using var host = Create();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        host.Session.Set("ssh", host.Parameters(((IPEndPoint)silent.LocalEndpoint).Port));
        AssertUnreachable(host.Run("Invoke-PsMachineCommand psconn1 id -ConnectTimeout 1 @ssh"), "banner");
    }

    [Fact]
    public async Task A_port_that_says_something_else_is_reported()
    {
        using var host = Create();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var serving = ServeAsync(other, "HTTP/1.1 400 Bad Request\r\n\r\n");
        host.Session.Set("ssh", host.Parameters(((IPEndPoint)other.LocalEndpoint).Port));
        AssertUnreachable(host.Run("Invoke-PsMachineCommand psconn1 id -ConnectTimeout 1 @ssh"), "");
        other.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => Eventually.EndsAsync(serving));
    }

    [Theory]
    [InlineData("Invoke-PsMachineCommand psconn1 id -Timeout 1h -ConnectTimeout 1 @ssh")]
    [InlineData("Invoke-PsMachineCommand psconn1 id -Detach -ConnectTimeout 1 @ssh")]
    [InlineData("Get-PsMachineActivity psconn1 -ConnectTimeout 1 @ssh")]
    public void A_shell_that_does_not_start_is_reported(string command)
    {
        using var host = Create();
        host.Session.Set("ssh", host.Parameters(server.Port));
        server.AddProgram("sh", "#!/bin/sh\nexec sleep 300\n");
        try
        {
            AssertUnreachable(host.Run(command), "The shell did not start within 6 s of the connection.");
        }
        finally
        {
            server.RemoveProgram("sh");
        }
    }

    [Fact]
    public void A_key_that_is_rejected_is_reported()
    {
        using var host = Create();
        var parameters = host.Parameters(server.Port);
        parameters["IdentityFile"] = server.OtherKey;
        host.Session.Set("ssh", parameters);
        var error = host.Run("Invoke-PsMachineCommand psconn1 id @ssh").Error;
        Assert.StartsWith("SshAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Permission denied", error.ToString(), StringComparison.Ordinal);
        Assert.Contains($"rejected the login of '{SshServer.UserName}'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_key_of_a_machine_that_was_just_started_fails_at_once()
    {
        using var host = Create();
        host.Run("Stop-PsMachine psconn1 -Wait").Succeeded();
        host.Session.Set("key", server.OtherKey);
        // It would be tried again for an hour otherwise.
        var error = host.Run("$ssh.IdentityFile = $key; Invoke-PsMachineCommand psconn1 id -Start -ConnectTimeout 1h @ssh").Error;
        Assert.StartsWith("SshAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_with_a_passphrase_fails_at_once_even_on_a_new_machine_and_says_what_to_do()
    {
        using var host = Create();
        host.Run("$null = New-PsMachine fresh -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -Wait").Succeeded();
        host.Session.Set("key", server.LockedKey);
        var error = host.Run("$ssh.IdentityFile = $key; Invoke-PsMachineCommand fresh id -ConnectTimeout 1h @ssh").Error;
        Assert.StartsWith("SshAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("has a passphrase", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("ssh-add", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_address_for_several_machines_is_refused_and_nothing_runs()
    {
        using var host = Create();
        var error = host.Run("Invoke-PsMachineCommand psconn1, pschanged 'touch ~/ran' -HostName 192.0.2.1 -ConnectTimeout 1").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-HostName is the address of one machine", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Copy-PsMachineItem /etc/hostname . -ToMachine psoff1 @ssh")]
    [InlineData("Receive-PsMachineOutput psoff1 @ssh")]
    public void A_machine_that_is_off_is_started_with_a_command_that_exists(string command)
    {
        using var host = Create();
        var error = host.Run(command).Error;
        Assert.Contains("is 'off'. Start it with: Start-PsMachine psoff1 -Wait", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ErrorDetails?.RecommendedAction ?? "");
    }

    [Fact]
    public void A_changed_host_key_is_an_error_and_a_changed_address_is_not()
    {
        using var host = Create();
        host.Run("Invoke-PsMachineCommand psconn1 id @ssh").Succeeded();
        host.Run("$ssh.HostName = 'localhost'; Invoke-PsMachineCommand psconn1 id @ssh").Succeeded();
        Assert.Equal(["psconn1"], File.ReadLines(server.KnownHosts).Select(line => line.Split(' ')[0]).Where(name => name == "psconn1"));
        server.KnowWrongKey("pschanged");
        var error = host.Run("Invoke-PsMachineCommand pschanged 'touch ~/ran' @ssh").Error;
        Assert.StartsWith("HostKeyChanged,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("ssh-keygen -R pschanged", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(server.Home, "ran")));
    }

    [Fact]
    public void StrictHostKeyChecking_of_the_user_is_kept()
    {
        using var host = Create();
        var error = host.Run("$ssh.SshOption += 'StrictHostKeyChecking=yes'; Invoke-PsMachineCommand psstrict id @ssh").Error;
        Assert.StartsWith("MachineUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("under the name psstrict", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_a_public_address_is_reported_with_what_to_do()
    {
        using var host = Create();
        var error = host.Run("$ssh.Remove('HostName'); Invoke-PsMachineCommand psnoip1 id @ssh").Error;
        Assert.StartsWith("MachineUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("has no public IP address", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Set-PsMachine -DynamicPublicIp", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_looks_like_an_ssh_option_is_rejected()
    {
        using var host = Create();
        host.Hook = async (_, send, token) =>
        {
            var response = await send();
            var body = await response.Content.ReadAsStringAsync(token);
            response.Content = new StringContent(
                System.Text.RegularExpressions.Regex.Replace(body, "\"publicIp\": ?\"[^\"]*\"", "\"publicIp\":\"-oProxyCommand=touch ran\""),
                Encoding.UTF8,
                "application/json");
            return response;
        };
        var error = host.Run("$ssh.Remove('HostName'); Invoke-PsMachineCommand psconn1 id @ssh").Error;
        Assert.StartsWith("InvalidResponse,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is not an address", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_does_not_exist_is_reported_and_the_others_run()
    {
        using var host = Create();
        var outcome = host.Run("'psnosuch', 'psconn1' | Invoke-PsMachineCommand -Command 'echo ran' @ssh");
        Assert.Equal("ran", outcome.Single<MachineOutput>().Line);
        Assert.StartsWith("MachineNotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static async Task ServeAsync(TcpListener listener, string text)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        }
    }

    private static void AssertUnreachable(Outcome outcome, string why)
    {
        Assert.StartsWith("MachineUnreachable,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("psconn1 (conn-1) cannot be reached at 127.0.0.1, port ", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.ToString(), StringComparison.Ordinal);
    }

    private SshHost Create() => new(
        server,
        PaperspaceApiVersion.V1,
        Ready,
        Ready with { Id = "pschanged", Name = "changed" },
        Ready with { Id = "psstrict", Name = "strict" },
        new MachineSeed { Id = "psnoip1", Name = "noip" },
        new MachineSeed { Id = "psoff1", Name = "off-1", State = "off" });
}
