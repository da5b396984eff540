using System.Management.Automation;
using System.Reflection;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Secrets;

/// <summary>A marked key goes through everything, and is found nowhere but in its header.</summary>
public abstract class SecretTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two", State = "off" }];

    public static TheoryData<string> Commands =>
    [
        "Get-PsMachine",
        "Get-PsMachine -MachineId psaaa, psnone",
        "Get-PsMachine nothing",
        "Get-PsMachineUtilization psaaa, psnone",
        "Get-PsMachineAvailability",
        "Start-PsMachine psbbb, psnone -PassThru",
        "Stop-PsMachine psaaa, psnone -PassThru",
        "Restart-PsMachine psaaa, psnone",
        "Set-PsMachine psaaa, psnone -Name x -PassThru",
        "Grant-PsMachineAccess psaaa, psnone u1",
        "Revoke-PsMachineAccess psaaa, psnone u1",
        "Remove-PsMachine psaaa, psnone -Confirm:$false",
        "New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4",
        "New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tnone",
        "Invoke-PsRestMethod machines/getMachines, nothing",
        "Invoke-PsRestMethod machines/getMachines, nothing -FollowPages",
        "Invoke-PsRestMethod machines/psaaa/stop, nothing -Method Post -Body @{ a = 1 }",
        "Wait-PsMachine psbbb, psnone off",
        "Get-PsAccount",
        "Get-PsAccount -Diagnostic",
        "Get-PsMachine -Account nobody",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_key_is_in_no_stream_error_or_object(string command)
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api, Two);
        host.Session.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'");
        var outcome = host.Run(command);
        var shown = new List<string?> { screen.Text, string.Join('\n', screen.Progress) };
        shown.AddRange(outcome.Verbose);
        shown.AddRange(outcome.Debug);
        shown.AddRange(outcome.Warnings);
        shown.AddRange(outcome.Output.Select(item => PSSerializer.Serialize(item, 5)));
        shown.AddRange(outcome.Errors.Append(outcome.Terminating?.ErrorRecord).OfType<ErrorRecord>().SelectMany(Everything));
        Assert.All(shown, text => Assert.DoesNotContain(SimulatedHost.Key, text ?? "", StringComparison.Ordinal));
        Assert.All(
            host.Log,
            request =>
                Assert.Contains(
                    SimulatedHost.Key,
                    request.Headers[api == PaperspaceApiVersion.Core ? "X-Api-Key" : "Authorization"],
                    StringComparison.Ordinal));
        Assert.All(
            host.Log,
            request => Assert.DoesNotContain(SimulatedHost.Key, request.Path + request.Query + request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_does_not_expose_its_key()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var account = host.Run("Get-PsAccount").Single<PaperspaceAccount>();
        var properties = typeof(PaperspaceAccount)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.GetValue(account)?.ToString());
        Assert.All(properties, value => Assert.DoesNotContain(SimulatedHost.Key, value ?? "", StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Everything(ErrorRecord error)
    {
        yield return error.ToString();
        yield return error.ErrorDetails?.RecommendedAction;
        yield return error.TargetObject?.ToString();
        for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
        {
            yield return exception.ToString();
            if (exception is PaperspaceException failure) yield return failure.ResponseBody;
        }
    }
}
