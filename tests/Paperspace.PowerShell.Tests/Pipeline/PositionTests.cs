using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>A value without a name beside resources that are piped: the engine takes it for the resources, and the error says so.</summary>
public sealed class PositionTests
{
    private static readonly MachineSeed[] Two =
    [
        new()
        {
            Id = "psaaa",
            Name = "one",
            State = "off",
        },
        new()
        {
            Id = "psbbb",
            Name = "two",
            State = "off",
        },
    ];

    [Theory]
    [InlineData(
        "Get-PsMachine one | New-PsSnapshot before",
        "'before' was taken for -Machine, the first positional parameter",
        "Specify -Name by name.")]
    [InlineData("'psaaa' | New-PsSnapshot before", "'before' was taken for -Machine", "Specify -Name by name.")]
    [InlineData("Get-PsMachine | New-PsSnapshot before -WhatIf", "'before' was taken for -Machine", "Specify -Name by name.")]
    [InlineData("Get-PsMachine one | New-PsTemplate base", "'base' was taken for -Machine", "Specify -Name by name.")]
    [InlineData("Get-PsSnapshot kept | Set-PsSnapshot renamed", "'renamed' was taken for -Snapshot", "Specify -Name by name.")]
    [InlineData("Get-PsTemplate made | Set-PsTemplate renamed", "'renamed' was taken for -Template", "Specify -Name by name.")]
    [InlineData("Get-PsNetwork lab | Set-PsNetwork renamed", "'renamed' was taken for -Network", "Specify -Name by name.")]
    [InlineData("Get-PsMachine | Wait-PsMachine off", "'off' was taken for -Machine", "Specify -State by name.")]
    [InlineData("Get-PsMachine | Get-PsMachineUtilization 2026-01", "'2026-01' was taken for -Machine", "Specify -BillingMonth by name.")]
    [InlineData(
        "Get-PsMachine | Start-PsMachine psbbb",
        "The pipeline input cannot be used together with -Machine.",
        "Specify one of them.")]
    [InlineData(
        "Get-PsMachine | Stop-PsMachine -Id psbbb, psaaa",
        "The pipeline input cannot be used together with -Id.",
        "Specify one of them.")]
    [InlineData(
        "Get-PsMachine | New-PsSnapshot psbbb before",
        "The pipeline input cannot be used together with -Machine.",
        "Specify one of them.")]
    public async Task The_error_says_once_how_the_value_was_bound(string command, string says, string advice)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsSnapshot psaaa kept; New-PsTemplate psaaa made; New-PsNetwork lab NY2").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        var outcome = host.Run(command);
        var error = Assert.Single(outcome.Errors);
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(says, error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(advice, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Theory]
    [InlineData("New-PsSnapshot psaaa before")]
    [InlineData("Get-PsMachine one | New-PsSnapshot -Name before")]
    [InlineData("'psaaa' | New-PsSnapshot -Name before")]
    [InlineData("Get-PsMachine one | ForEach-Object { New-PsSnapshot $_ before }")]
    [InlineData(
        "function take { param([Parameter(ValueFromPipeline)] $machine) process { New-PsSnapshot $machine before } } Get-PsMachine one | "
            + "take"
    )]
    [InlineData("[pscustomobject]@{ MachineId = 'psaaa'; Name = 'before' } | New-PsSnapshot")]
    public async Task An_unambiguous_value_is_accepted(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var snapshot = host.Run(command).Succeeded().Single<Snapshot>();
        Assert.Equal(("before", "psaaa"), (snapshot.Name, snapshot.MachineId));
    }

    [Fact]
    public async Task Users_can_be_piped_with_a_specified_machine()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("(Get-PsUser)[0] | Grant-PsMachineAccess psaaa").Succeeded();
        Assert.Single(host.Log, request => request.Method == "POST");
        Assert.NotEmpty(host.Run("Get-PsMachine one | Grant-PsMachineAccess ada").Errors);
    }
}
