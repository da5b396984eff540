namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Commands over SSH on an account that is simulated in the process, whose machines do not exist.</summary>
public sealed class SimulatedMachineTests
{
    [Theory]
    [InlineData("Invoke-PsMachineCommand desktop-0003 uptime")]
    [InlineData("Invoke-PsMachineCommand desktop-0001 uptime -Start")]
    [InlineData("Receive-PsMachineOutput desktop-0003")]
    [InlineData("Get-PsMachineActivity desktop-0003")]
    [InlineData("Enter-PsMachine desktop-0003")]
    [InlineData("Copy-PsMachineItem . x -ToMachine desktop-0003 -Recurse")]
    public void A_simulated_machine_is_not_connected_to(string command)
    {
        SshServer.Require();
        using var session = new Session();
        session.Run("Connect-PsAccount -Simulator -Speed 1000").Succeeded();
        Assert.Contains(
            "A simulated machine cannot be reached over SSH. Use -HostName with a computer that runs sshd.",
            session.Run(command).Error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("off", session.Run("(Get-PsMachine desktop-0001).State").Succeeded().Single<string>());
    }
}
