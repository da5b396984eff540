using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Faults;

/// <summary>Odd values, files and responses of daily use: each is an error about itself, and none about everything.</summary>
[Collection(Surroundings.Name)]
public sealed class DailyFaultTests : IDisposable
{
    private const string Create = "New-PsMachine gpu -Size 50 -MachineType P4000";

    private readonly Surroundings _surroundings = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("paperspace-").FullName;

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public void Dispose()
    {
        _surroundings.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void One_absurd_price_does_not_end_the_sum_or_the_report_for_the_others(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            var response = await send();
            var body = await response.Content.ReadAsStringAsync(token);
            if (!body.Contains("ratepsaaa", StringComparison.Ordinal) && !body.Contains("psaaa", StringComparison.Ordinal)) return response;
            response.Content = new StringContent(
                System.Text.RegularExpressions.Regex.Replace(
                    body, "(?s)(\"usageRate\":|\"hourlyRate\":)\\s*\"?[0-9.]+\"?(?=.*psaaa|)", "$1 7.9e27"),
                Encoding.UTF8,
                "application/json");
            return response;
        },
        new MachineSeed { Id = "psaaa", Name = "one" },
        new MachineSeed { Id = "psbbb", Name = "two" });
        var sum = host.Run("Measure-PsMachineCost").Single<MachineCost>();
        Assert.Equal(2, sum.MachineCount);
        var report = Path.Combine(_folder, "report.csv");
        Assert.Empty(host.Run($"Export-PsMachineReport '{report}'").Errors);
        Assert.Contains("psbbb", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void One_odd_id_does_not_end_the_sum_or_the_report_for_the_others(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            var response = await send();
            var body = await response.Content.ReadAsStringAsync(token);
            response.Content = new StringContent(body.Replace("\"psaaa\"", "\"=1+1\"", StringComparison.Ordinal), Encoding.UTF8, "application/json");
            return response;
        },
        new MachineSeed { Id = "psaaa", Name = "one" },
        new MachineSeed { Id = "psbbb", Name = "two" });
        var outcome = host.Run("Measure-PsMachineCost");
        Assert.Null(outcome.Terminating);
        Assert.Contains("=1+1", string.Join("|", outcome.Errors.Select(error => error.ToString()).Concat(outcome.Warnings)), StringComparison.Ordinal);
        Assert.Equal(1, ((MachineCost)outcome.Output[0].BaseObject).MachineCount);
        var report = Path.Combine(_folder, "report.csv");
        Assert.Null(host.Run($"Export-PsMachineReport '{report}'").Terminating);
        Assert.Contains("psbbb", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_is_an_error_that_names_it()
    {
        using var host = new FastHost();
        var outcome = host.Run(
            """
            @([pscustomobject]@{ MachineId = 'psa'; BillingMonth = '2026-01'; HoursUsed = '1452,94'; Cost = '10.00' }
              [pscustomobject]@{ MachineId = 'psb'; BillingMonth = '2026-01'; HoursUsed = '2.5'; Cost = '7.00' }) | Measure-PsMachineCost
            """);
        Assert.Equal(2.5, outcome.Single<MachineCost>().HoursUsed);
        Assert.Contains("HoursUsed of psa in 2026-01 is '1452,94'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("\u00A0=1+1")]
    [InlineData(" =1+1")]
    [InlineData("\u2003@SUM(A1)")]
    public void No_cell_of_a_report_is_a_formula(string name)
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, new MachineSeed { Id = "psaaa", Name = name });
        var report = Path.Combine(_folder, "report.csv");
        host.Run($"Export-PsMachineReport '{report}'").Succeeded();
        Assert.Contains($"\"'{name}\"", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_character_in_a_path_is_named()
    {
        using var host = new FastHost();
        var error = host.Run("Export-PsMachineReport \"a`0b\"").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Path contains a null character", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_of_the_previous_report_keeps_all_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not replace a file that is open.");
        using var host = new FastHost(PaperspaceApiVersion.V1, new MachineSeed { Id = "psaaa", Name = "one" });
        var report = Path.Combine(_folder, "report.csv");
        File.WriteAllText(report, "yesterday");
        File.SetUnixFileMode(report, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        using var reader = File.OpenText(report);
        host.Run($"Export-PsMachineReport '{report}'").Succeeded();
        Assert.Equal("yesterday", reader.ReadToEnd());
        Assert.Contains("psaaa", File.ReadAllText(report), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(report));
        Assert.Equal([report], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_link_to_a_report_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var host = new FastHost(PaperspaceApiVersion.V1, new MachineSeed { Id = "psaaa", Name = "one" });
        var (target, link) = (Path.Combine(_folder, "target.csv"), Path.Combine(_folder, "link.csv"));
        File.WriteAllText(target, "yesterday");
        File.CreateSymbolicLink(link, target);
        host.Run($"Export-PsMachineReport '{link}'").Succeeded();
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Contains("psaaa", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1secret0123456789abcdef")]
    [InlineData("secret/with+slash0123==")]
    public void A_key_instead_of_the_path_of_its_file_is_not_shown(string key)
    {
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", key);
        using var session = new Session();
        var error = session.Run("Get-PsMachine").Error;
        Assert.DoesNotContain(key, $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Contains("PAPERSPACE_API_KEY_FILE does not name an existing file", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"apiKey":"secret0123456789"}""")]
    [InlineData("\"secret0123456789\"")]
    [InlineData("""["secret0123456789"]""")]
    public void A_key_file_that_contains_JSON_is_rejected(string content)
    {
        var file = Path.Combine(_folder, "key");
        File.WriteAllText(file, content);
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", file);
        using var session = new Session();
        var error = session.Run("Get-PsMachine").Error;
        Assert.DoesNotContain("secret0123456789", $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Contains("JSON", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(file, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-PsScript -Name setup -Path '{0}'")]
    [InlineData("Set-PsScript sc1 -Path '{0}'")]
    public void A_script_that_is_not_UTF8_is_rejected_and_not_sent(string command)
    {
        var file = Path.Combine(_folder, "setup.sh");
        File.WriteAllBytes(file, [.. "#!/bin/sh\necho Gr"u8, 0xFC, .. "ne\n"u8]);
        using var host = new FastHost(PaperspaceApiVersion.V1);
        var error = host.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, command, file)).Errors[0];
        Assert.Contains("not in UTF-8 (byte 0xFC)", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Windows-1252", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => line.StartsWith("POST", StringComparison.Ordinal) || line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_rate_limit_error_says_when_to_try_again(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, null, (_, _, _) =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("""{"status":429,"message":"Too many requests"}""", Encoding.UTF8, "application/json"),
            };
            response.Headers.Add("Retry-After", "3600");
            return Task.FromResult(response);
        });
        Assert.Contains("The API asks to try again after ", host.Run("Get-PsMachine").Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_key_that_expires_does_not_suggest_the_other_API(PaperspaceApiVersion api)
    {
        var isRevoked = false;
        using var host = new FastHost(api, null, async (_, send, _) => Volatile.Read(ref isRevoked)
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            {
                Content = new StringContent("""{"status":401,"message":"Invalid API token"}""", Encoding.UTF8, "application/json"),
            }
            : await send());
        host.Run("Get-PsMachine").Succeeded();
        Volatile.Write(ref isRevoked, true);
        var error = host.Run("Get-PsMachine").Error;
        Assert.StartsWith("InvalidApiKey,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"The {api} API no longer accepts the key", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ApiVersion", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeout_of_a_watch_suggests_a_longer_watch()
    {
        using var host = new FastHost(
            PaperspaceApiVersion.V1,
            new SimulatorOptions { CapacitySchedule = new CapacitySchedule { MachineTypes = ["P4000"], RegionsPerPeriod = 0 } });
        var error = host.Run("Get-PsMachineAvailability -MachineType P4000 -Region NY2 -Until Available -Timeout 1").Error;
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Timeout", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Wait-PsMachine", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_template_of_another_region_is_rejected_before_anything_is_sent(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, new MachineSeed { Id = "psaaa", Name = "one" });
        host.Session.Set("template", new Template { Id = "t123", Label = "mine", Region = "East Coast (NY2)" });
        var error = host.Run($"{Create} -Region AMS1 -Template $template").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is in East Coast (NY2), and cannot be used in Europe (AMS1)", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TF_BUILD", "##vso[task.setvariable variable=x]y")]
    [InlineData("TF_BUILD", "##[error]stop")]
    [InlineData("GITHUB_ACTIONS", "::set-output name=x::y")]
    [InlineData("GITHUB_ACTIONS", "::add-mask::y")]
    [InlineData("GITHUB_ACTIONS", "::error file=a::y")]
    public void No_name_runs_a_pipeline_command(string variable, string name)
    {
        var screen = new RecordingHost(width: 300);
        using var host = new FastHost(PaperspaceApiVersion.V1, screen, null, new MachineSeed { Id = "psaaa", Name = name });
        _surroundings.Set(variable, "true");
        host.Run("Get-PsMachine | Stop-PsMachine -WhatIf").Succeeded();
        var error = host.Run($"Get-PsMachine -MachineId '{name}'").Error;
        var shown = host.Run("[string]::Format([Paperspace.PowerShell.DisplayFormatter]::Instance, '{0:Text}', (, (Get-PsMachine).Name))");
        Assert.Contains("psaaa", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, $"{screen.Text} {error} {error.Exception.Message} {shown.Output[0]}", StringComparison.Ordinal);
        Assert.Equal(name, host.Run("(Get-PsMachine).Name").Single<string>());
    }

    [Fact]
    public void An_IPv6_address_is_shown_unchanged_in_a_pipeline()
    {
        _surroundings.Set("GITHUB_ACTIONS", "true");
        Assert.Equal("fe80::abcd ::1 2001:db8::face:b00c", TerminalText.Sanitize("fe80::abcd ::1 2001:db8::face:b00c"));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_new_script_is_assigned_to_a_machine(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, new MachineSeed { Id = "psaaa", Name = "one" });
        host.Run("New-PsScript -Name setup -Text 'echo hi' -Machine one").Succeeded();
        var script = host.Run("Get-PsScript -Id (Get-PsScript setup).Id").Succeeded().Single<Script>();
        Assert.Equal(["psaaa"], script.AssignedMachineIds);
    }

    [Fact]
    public void A_script_that_Core_has_not_uploaded_yet_is_sent_again()
    {
        var count = 0;
        using var host = new FastHost(PaperspaceApiVersion.Core, null, async (request, send, _) =>
            request.RequestUri!.AbsolutePath.EndsWith("/createScript", StringComparison.Ordinal) && Interlocked.Increment(ref count) <= 2
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                {
                    Content = new StringContent(
                        """{"status":404,"message":"script not uploaded - temporary"}""", Encoding.UTF8, "application/json"),
                }
                : await send());
        host.Run("New-PsScript -Name setup -Text 'echo hi'").Succeeded();
        Assert.Equal(3, count);
    }
}
