using System.Globalization;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Commands that run on machines over a real SSH connection.</summary>
public abstract class InvokeCommandTests(SshServer server, PaperspaceApiVersion api) : IClassFixture<SshServer>
{
    private static readonly MachineSeed Ready = new() { Id = "pstrain1", Name = "train-1" };

    /// <summary>Text that a shell would take apart, expand or run.</summary>
    public static TheoryData<string> HostileText =>
    [
        "two words", "it's", "a \"quoted\" word", "$(touch pwned) `touch pwned` $HOME ${HOME}", "line 1\nline 2", "tab\there",
        "back\\slash\\", "*", "~", "!x", "; touch pwned #", "&& touch pwned", "\u00e4\u00f6\u00fc \u65e5\u672c \ud83d\ude80", "-n", "%s%n", "'\"'\"'", "\\\"",
    ];

    [Fact]
    public void Output_is_objects_with_machine_stream_line_and_time()
    {
        using var host = new SshHost(server, api, Ready);
        var lines = host.Run("Invoke-PsMachineCommand pstrain1 'echo out; echo; echo err >&2; printf last' @ssh").Succeeded()
            .All<MachineOutput>();
        Assert.Equal(["out", "", "last"], Lines(lines, MachineOutputStream.Output));
        Assert.Equal(["err"], Lines(lines, MachineOutputStream.Error));
        Assert.All(lines, line => Assert.Equal(("pstrain1", "train-1"), (line.MachineId, line.MachineName)));
        Assert.All(lines, line => Assert.Equal(TimeSpan.Zero, line.Time!.Value.Offset));
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("no-such-program", 127)]
    public void An_exit_code_is_an_error_with_the_code(string command, int exitCode)
    {
        using var host = new SshHost(server, api, Ready);
        var error = host.Run($"Invoke-PsMachineCommand pstrain1 '{command}' @ssh").Error;
        Assert.StartsWith("CommandFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(exitCode, ((PaperspaceException)error.Exception).ExitCode);
        Assert.Equal("pstrain1", error.TargetObject.ToString());
        Assert.Contains($"failed on machine pstrain1 (train-1) with exit code {exitCode}", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileText))]
    public void Text_reaches_the_remote_shell_unchanged(string text)
    {
        using var host = new SshHost(server, api, Ready);
        using var folder = new TemporaryFolder();
        // A file name of this computer cannot have a slash.
        var name = text + ".sh";
        folder.Write(name, "#!/bin/bash\r\nprintf '%s\\0' \"$VALUE\" \"$1\" \"${0##*/}\"\r\n");
        host.Session.Set("text", text);
        host.Session.Set("file", folder.In(name));
        var lines = host.Run(
            """
            $quoted = "'" + $text.Replace("'", "'\''") + "'"
            Invoke-PsMachineCommand pstrain1 "printf '%s\0' $quoted `"`$VALUE`"" -Environment @{ VALUE = $text } @ssh
            Invoke-PsMachineCommand pstrain1 -FilePath $file -ArgumentList $text -Environment @{ VALUE = $text } @ssh
            """).Succeeded().All<MachineOutput>();
        Assert.Equal(
            $"{text}\0{text}\0\n{text}\0{text}\0{name}\0",
            string.Join("\n", lines.Select(line => line.Line)).Replace("\0\n" + text, "\0\n" + text, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(server.Home, "pwned")));
    }

    [Fact]
    public void No_environment_value_is_in_a_process_list_a_log_or_an_error()
    {
        const string Secret = "s3cret-of-the-test";
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            """
            $VerbosePreference = $DebugPreference = 'Continue'
            Invoke-PsMachineCommand pstrain1 'echo ${#TOKEN}; cat /proc/[0-9]*/cmdline | tr "\0" " "; exit 1' -Environment @{ TOKEN = $token } @ssh
            """.Replace("$token", $"'{Secret}'", StringComparison.Ordinal));
        var lines = Lines(outcome.All<MachineOutput>(), MachineOutputStream.Output);
        Assert.Equal($"{Secret.Length}", lines[0]);
        Assert.Contains(lines, line => line.Contains("HostKeyAlias=pstrain1", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Verbose);
        Assert.DoesNotContain(
            outcome.Verbose.Concat(outcome.Debug).Concat(outcome.Errors.Select(error => error.ToString())),
            text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_never_ends_is_ended_on_the_machine_too()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            "Invoke-PsMachineCommand pstrain1 'sleep 1000 & echo $$ $!; trap : INT; wait' -Timeout 2 @ssh");
        Assert.StartsWith("CommandTimeout,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var ids = outcome.Single<MachineOutput>().Line.Split(' ');
        await Eventually.IsTrueAsync(() => ids.All(HasEnded));
    }

    [Fact]
    public async Task An_interrupted_pipeline_ends_the_command()
    {
        using var host = new SshHost(server, api, Ready);
        var id = host.Run(
            """
            foreach ($once in 1) {
                Invoke-PsMachineCommand pstrain1 'echo $$; while true; do echo more; sleep 0.01; done' @ssh | ForEach-Object { $_; break }
            }
            """).Succeeded().Single<MachineOutput>().Line;
        await Eventually.IsTrueAsync(() => HasEnded(id));
    }

    [Fact]
    public void Fifty_machines_run_at_once_and_three_that_fail_do_not_stop_the_others()
    {
        using var host = new SshHost(
            server,
            api,
            [.. Enumerable.Range(1, 50).Select(i => new MachineSeed { Id = $"psfifty{i:00}", Name = $"m{i}", State = i <= 3 ? "off" : "ready" })]);
        // Nobody goes on before all are there.
        var outcome = host.Run(
            """
            $ids = 1..50 | ForEach-Object { 'psfifty{0:00}' -f $_ }
            $command = 'd=$HOME/barrier; mkdir -p $d; : >$d/$$; while [ $(ls $d | wc -l) -lt 47 ]; do sleep 0.1; done; echo done'
            $ids | Invoke-PsMachineCommand -Command $command @ssh
            """);
        Assert.Equal(
            Enumerable.Range(4, 47).Select(i => $"psfifty{i:00}"),
            outcome.All<MachineOutput>().Select(line => line.MachineId).Order());
        Assert.Equal(
            ["psfifty01", "psfifty02", "psfifty03"],
            outcome.Errors.Select(error => ((Machine)error.TargetObject).Id).Order());
        Assert.All(outcome.Errors, error => Assert.StartsWith("MachineUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(outcome.Errors, error => Assert.Contains("is 'off'. Use -Start", error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_million_lines_are_complete_and_take_little_memory()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            """
            $count = 0
            $before = [GC]::GetTotalMemory($true)
            Invoke-PsMachineCommand pstrain1 'seq 1000000' @ssh | ForEach-Object {
                $count++
                if ($_.Line -ne "$count") { throw "line $count is '$($_.Line)'" }
                if ($count -eq 900000) { $used = [GC]::GetTotalMemory($true) - $before }
            }
            $count
            $used
            """).Succeeded();
        Assert.Equal(1_000_000, outcome.Output[0].BaseObject);
        Assert.InRange(Convert.ToInt64(outcome.Output[1].BaseObject, CultureInfo.InvariantCulture), long.MinValue, 32 * 1024 * 1024);
    }

    [Fact]
    public void Binary_output_and_endless_lines_are_split_at_a_maximum_length()
    {
        using var host = new SshHost(server, api, Ready);
        var lines = host.Run(
            """
            Invoke-PsMachineCommand pstrain1 'printf "a\377\300b\0c\nd\303\nnext\n"; head -c 3000000 /dev/zero | tr "\0" "x"; printf "\303\251"' @ssh
            """).Succeeded().All<MachineOutput>().Select(line => line.Line).ToArray();
        Assert.Equal(["a\uFFFD\uFFFDb\0c", "d\uFFFD", "next"], lines[..3]);
        Assert.Equal(3_000_001, lines[3..].Sum(line => line.Length));
        Assert.EndsWith("x\u00e9", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 1024 * 1024));
        Assert.DoesNotContain('\uFFFD', string.Concat(lines[3..]));
    }

    [Fact]
    public void Progress_bars_that_overwrite_their_line_become_lines()
    {
        using var host = new SshHost(server, api, Ready);
        var lines = host.Run("""Invoke-PsMachineCommand pstrain1 'printf "\r10%%\r20%%\r30%%\n\r\n\rdone\r\nend\r\r\n"' @ssh""").Succeeded()
            .All<MachineOutput>();
        Assert.Equal(["10%", "20%", "30%", "", "done", "end"], lines.Select(line => line.Line));
    }

    [Fact]
    public void A_connection_lost_during_output_is_an_error_after_the_lines()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            "Invoke-PsMachineCommand pstrain1 'seq 1000; sleep 0.5; kill -9 $(ps -o ppid= -p $PPID); sleep 100' @ssh");
        Assert.StartsWith("ConnectionLost,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1000, Lines(outcome.All<MachineOutput>(), MachineOutputStream.Output).Length);
    }

    [Fact]
    public void A_machine_that_stops_during_a_command_is_reported_as_off()
    {
        using var host = new SshHost(server, api, Ready);
        using var session = new Session();
        var outcome = host.Run(
            """
            Invoke-PsMachineCommand pstrain1 'echo running; while [ ! -f stopped ]; do sleep 0.1; done; kill -9 $(ps -o ppid= -p $PPID)' @ssh |
                ForEach-Object {
                    $_
                    Stop-PsMachine pstrain1 -Wait
                    $null = New-Item (Join-Path $HOME stopped) -ErrorAction Ignore
                    [IO.File]::WriteAllText($flag, '')
                }
            """.Replace("$null = New-Item (Join-Path $HOME stopped) -ErrorAction Ignore\n", "", StringComparison.Ordinal)
                .Replace("stopped ]", $"\"{server.Home}/stopped\" ]", StringComparison.Ordinal)
                .Replace("$flag", $"'{server.Home}/stopped'", StringComparison.Ordinal));
        File.Delete(Path.Combine(server.Home, "stopped"));
        Assert.StartsWith("ConnectionLost,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The machine is 'off' now.", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_runs_nothing()
    {
        using var host = new SshHost(server, api, Ready);
        Assert.Empty(host.Run("Invoke-PsMachineCommand pstrain1 'touch ~/ran' -Start -StopAfter -WhatIf @ssh").Succeeded().Output);
        Assert.False(File.Exists(Path.Combine(server.Home, "ran")));
        Assert.Equal(0, host.Count("stop", "pstrain1"));
    }

    [Theory]
    [InlineData("-Command x -Detach -StopAfter", "StopAfter")]
    [InlineData("-Command x -Detach -Timeout 5", "Timeout")]
    [InlineData("-Command x -JobName a", "JobName")]
    [InlineData("-Command x -Detach -JobName '../a'", "JobName")]
    [InlineData("-Command x -Timeout 0", "Timeout")]
    [InlineData("-Command x -Environment @{ 'a b' = 1 }", "Environment")]
    [InlineData("-Command x -Environment @{ a = \"b`0\" }", "Environment")]
    [InlineData("-Command \"a`0b\"", "Command")]
    [InlineData("-Command ('x' * 200000)", "Command")]
    [InlineData("-FilePath /no/such/file", "FilePath")]
    [InlineData("-Command x -HostName '-oProxyCommand=touch ran'", "HostName")]
    [InlineData("-Command x -HostName 'a b'", "HostName")]
    [InlineData("-Command x -UserName '-oProxyCommand=x'", "UserName")]
    [InlineData("-Command x -SshOption \"ProxyCommand=x`nHost y\"", "SshOption")]
    [InlineData("-Command x -SshOption '-v'", "SshOption")]
    [InlineData("-Command x -SshOption 'NoSuchOption=x' -HostName 127.0.0.1", "SshOption")]
    [InlineData("-Command x -IdentityFile /no/such/key", "IdentityFile")]
    public void An_invalid_value_is_an_error_that_names_the_parameter(string parameters, string parameter)
    {
        using var host = new SshHost(server, api, Ready);
        var error = host.Run($"Invoke-PsMachineCommand pstrain1 {parameters}").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(parameter, ((PaperspaceException)error.Exception).Parameters);
    }

    [Theory]
    [InlineData("Get-PsMachine pstrain1 | Invoke-PsMachineCommand 'echo hi; echo \"$0\" >/dev/null' @ssh")]
    [InlineData("'pstrain1' | Invoke-PsMachineCommand 'echo hi' @ssh")]
    [InlineData("Get-PsMachine pstrain1 | Invoke-PsMachineCommand -Command 'echo hi' @ssh")]
    [InlineData("[pscustomobject]@{ MachineId = 'pstrain1' } | Invoke-PsMachineCommand -Command 'echo hi' @ssh")]
    [InlineData("Invoke-PsMachineCommand -InputObject (Get-PsMachine pstrain1) -Command 'echo hi' @ssh")]
    public void Machines_of_the_pipeline_leave_the_first_place_to_the_command(string script)
    {
        using var host = new SshHost(server, api, Ready);
        Assert.Equal("hi", host.Run(script).Succeeded().Single<MachineOutput>().Line);
    }

    [Theory]
    [InlineData("Invoke-PsMachineCommand pstrain1", "The command is missing", "Command")]
    [InlineData("Invoke-PsMachineCommand -Command id", "The machine is missing", "Machine")]
    [InlineData("'pstrain1' | Invoke-PsMachineCommand", "The command is missing", "Command")]
    [InlineData("'pstrain1' | Invoke-PsMachineCommand pstrain2 id", "from the pipeline too", "Machine")]
    public void What_is_missing_or_specified_twice_is_reported(string script, string message, string parameter)
    {
        using var host = new SshHost(server, api, Ready);
        var error = host.Run(script).Error;
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(parameter, ((PaperspaceException)error.Exception).Parameters);
    }

    [Fact]
    public void A_process_in_the_background_does_not_keep_a_command_from_ending()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run("Invoke-PsMachineCommand pstrain1 'sleep 1000 & echo $!' @ssh").Succeeded();
        var id = outcome.Single<MachineOutput>().Line;
        Assert.Contains("left in the background", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.False(HasEnded(id));
        host.Run($"Invoke-PsMachineCommand pstrain1 'kill {id}' @ssh").Succeeded();
    }

    [Fact]
    public void A_Python_script_without_an_interpreter_runs_in_Python()
    {
        using var host = new SshHost(server, api, Ready);
        using var folder = new TemporaryFolder();
        server.AddProgram("python3", "#!/bin/sh\necho \"python $1 ${2##*/} $3\"\n");
        host.Session.Set("file", folder.Write("train.py", "import os\n"));
        Assert.Equal(
            "python -u train.py abc",
            host.Run("Invoke-PsMachineCommand pstrain1 -FilePath $file -ArgumentList abc @ssh").Succeeded().Single<MachineOutput>().Line);
    }

    [Fact]
    public void A_script_without_an_interpreter_runs_in_the_users_shell()
    {
        using var host = new SshHost(server, api, Ready);
        using var folder = new TemporaryFolder();
        host.Session.Set("file", folder.Write("job.sh", "\uFEFF[[ $1 == a* ]] && echo \"bash $BASH_VERSION\"\r\nexit 7\r\n"));
        var outcome = host.Run("Invoke-PsMachineCommand pstrain1 -FilePath $file -ArgumentList abc @ssh");
        Assert.StartsWith("bash ", outcome.Single<MachineOutput>().Line, StringComparison.Ordinal);
        Assert.Equal(7, ((PaperspaceException)outcome.Error.Exception).ExitCode);
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), "paperspace.??????"));
    }

    internal static bool HasEnded(string processId) =>
        !File.Exists($"/proc/{processId}/stat") || File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static string[] Lines(IEnumerable<MachineOutput> lines, MachineOutputStream stream) =>
        [.. lines.Where(line => line.Stream == stream).Select(line => line.Line)];

    [Fact]
    public void Progress_says_that_the_command_runs()
    {
        var screen = new RecordingHost();
        using var host = new SshHost(server, api, screen, 1000, Ready);
        host.Run("Invoke-PsMachineCommand pstrain1 'sleep 2' @ssh").Succeeded();
        Assert.Contains(screen.Progress, shown => shown.Contains("Running on pstrain1", StringComparison.Ordinal));
        Assert.DoesNotContain(
            screen.Progress.SkipWhile(shown => !shown.Contains("Running on", StringComparison.Ordinal)),
            shown => shown.Contains("Waiting for SSH", StringComparison.Ordinal));
    }
}
