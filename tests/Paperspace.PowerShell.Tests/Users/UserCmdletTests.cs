using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Users;

/// <summary>Get-PsUser.</summary>
public sealed class UserCmdletTests
{
    public static TheoryData<string> Both => Apis.Both;

    /// <summary>Gets each way to ask for users, and the ids of those that are meant.</summary>
    public static TheoryData<string, string, string> Ways { get; } = [.. from api in new[] { "Core", "V1" }
        from way in new[]
        {
            ("Get-PsUser -Email ada@example.com", "u3z4be26"),
            ("Get-PsUser -Email ada*, BOB@example.com", "u3z4be26 urtidqej"),
            ("Get-PsUser *@example.com -Email a*", "u3z4be26"),
            ("Get-PsUser 'Ada Artist'", "u3z4be26"),
            ("Get-PsUser -Name 'b*'", "urtidqej"),
            ("Get-PsUser u3z4be26", "u3z4be26"),
            ("Get-PsUser -User ada@example.com", "u3z4be26"),
            ("'u3z4be26', 'bob@example.com' | Get-PsUser -ThrottleLimit 1", "u3z4be26 urtidqej"),
            ("Get-PsUser ada* | Get-PsUser", "u3z4be26"),
            ("[pscustomobject]@{ UserId = 'u3z4be26'; Name = 'x' } | Get-PsUser", "u3z4be26"),
        }
        select (api, way.Item1, way.Item2)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Users_are_found_by_address_name_and_id(string api, string script, string ids)
    {
        await using var host = await Apis.StartAsync(api);
        Assert.Equal(ids.Split(' '), host.Run(script).Succeeded().All<User>().Select(user => user.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task V1_users_have_their_role_and_activity()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var users = host.Run("Get-PsUser").Succeeded().All<User>();
        Assert.Equal(["member", "member", "owner"], users.Select(user => user.Role).Order(StringComparer.Ordinal));
        Assert.All(users, user => Assert.NotNull(user.LastActive));
        Assert.All(users, user => Assert.Equal(host.Paperspace.Options.TeamId, user.TeamId));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_unknown_address_is_an_error_and_the_others_are_returned(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var outcome = host.Run("Get-PsUser -Email ada@example.com, eve@example.com, nobody*");
        Assert.Equal("u3z4be26", outcome.Single<User>().Id);
        Assert.Equal("ResourceNotFound,Paperspace.PowerShell.GetPsUserCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains("'eve@example.com'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adam@example.com", "Did you mean 'ada@example.com'?")]
    [InlineData("zacharias@example.com", "There is no user 'zacharias@example.com'.")]
    public async Task Users_are_not_similar_for_their_domain(string address, string says)
    {
        await using var host = await SimulatedHost.StartV1Async(new MachineSeed { Id = "psaaa", Name = "one" });
        var error = host.Run($"Grant-PsMachineAccess psaaa {address}").Error.ToString();
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain(" or ", error, StringComparison.Ordinal);
    }
}
