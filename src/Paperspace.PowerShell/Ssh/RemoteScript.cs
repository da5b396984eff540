using System.Globalization;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Represents what runs on a machine. All of it goes through the standard input of ssh: the command line, which everybody on
/// either computer can read, is the same for every script.</summary>
internal sealed class RemoteScript
{
    /// <summary>Reads the length of a script, then the script, and runs it. The length is what follows the last other character, since
    /// .NET Framework may put a byte order mark before it.</summary>
    public const string CommandLine =
        "exec sh -c 'IFS= read -r n; n=${n##*[!0-9]}; p=$(head -c \"$n\"); eval \"$p\"'";

    private const string UserShell = "\"${SHELL:-/bin/sh}\"";
    private const string JobFolder = "\"$HOME/.paperspace/jobs\"";
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    private readonly string _text;
    private readonly byte[] _content;

    private RemoteScript(string mark, string text, byte[]? content = null)
    {
        (Mark, _text, _content) = (mark, text, content ?? []);
    }

    /// <summary>Gets what begins each line that is for this computer and not output of the command: a random text.</summary>
    public string Mark { get; }

    /// <summary>Creates a script that runs a command in the user's shell.</summary>
    public static RemoteScript ForCommand(string command, IReadOnlyDictionary<string, string> environment)
    {
        var mark = CreateMark();
        return new RemoteScript(
            mark,
            Attach(mark, $"{ListJobs(mark)}\n{Export(environment)}", $"{UserShell} -c {PosixShell.Quote(command, "Command")}", ""));
    }

    /// <summary>Creates a script that runs a script file, which it copies to a temporary folder.</summary>
    public static RemoteScript ForFile(RemoteFile file, IReadOnlyDictionary<string, string> environment)
    {
        var mark = CreateMark();
        var prologue = $$"""
            __ps_t=$(mktemp -d "${TMPDIR:-/tmp}/paperspace.XXXXXX") && {{file.Save("\"$__ps_t\"")}} || {{Fail(mark)}}
            {{ListJobs(mark)}}
            {{Export(environment)}}
            """;
        return new RemoteScript(mark, Attach(mark, prologue, file.Run("\"$__ps_t\""), "rm -rf -- \"$__ps_t\""), file.Content);
    }

    /// <summary>Creates a script that starts a job, which goes on without the connection.</summary>
    /// <remarks>
    /// The folder of the job has its log, each line with the letter of its stream before it; its process id, and the boot that this is
    /// of; and, when the job has ended, its exit code. Carriage returns, with which progress bars overwrite a line, end lines of the log.
    /// </remarks>
    public static RemoteScript ForJob(string jobName, RemoteFile file, IReadOnlyDictionary<string, string> environment)
    {
        var mark = CreateMark();
        var run = $$"""
            d=${0%/*}
            if command -v stdbuf >/dev/null 2>&1; then
              t() { stdbuf -oL tr '\r' '\n' | LC_ALL=C stdbuf -oL sed "s/^/$1/"; }
            else
              t() { LC_ALL=C sed -u "s/^/$1/"; }
            fi
            { { { {{file.Run("\"$d\"")}} </dev/null 4>&-; echo "$?" >"$d/exit.new"; } 2>&1 >&3 3>&- | t e >&4 3>&-; } 3>&1 | t o >&4; } 4>>"$d/log"
            mv "$d/exit.new" "$d/exit"
            """.Replace("\r", "");
        var name = PosixShell.Quote(jobName, "JobName");
        var text = $$"""
            printf '%s\n' '{{mark}} begin' >&2
            exec 3<&0
            __ps_u=$(umask); umask 077
            __ps_d={{JobFolder}}/{{name}}
            mkdir -p {{JobFolder}} || {{Fail(mark)}}
            if ! mkdir "$__ps_d" 2>/dev/null && [ -d "$__ps_d" ]; then printf '%s\n' '{{mark}} exists' '{{mark}} exit 0' >&2; exit 0; fi
            {{file.Save("\"$__ps_d\"")}} && printf '%s\n' {{PosixShell.Quote(run, "Command")}} >"$__ps_d/run" && : >"$__ps_d/log" || {{Fail(mark)}}
            cat {{BootId}} >"$__ps_d/boot" 2>/dev/null
            umask "$__ps_u"
            {{Export(environment)}}
            if command -v setsid >/dev/null 2>&1; then __ps_s=setsid; else __ps_s=; fi
            nohup $__ps_s sh "$__ps_d/run" </dev/null >/dev/null 2>&1 3<&- &
            printf '%s\n' "$!" >"$__ps_d/pid" || {{Fail(mark)}}
            printf '%s\n' '{{mark}} started' '{{mark}} exit 0' >&2
            exit 0
            """;
        return new RemoteScript(mark, text, file.Content);
    }

    /// <summary>Creates a script that writes the log of a job, and ends with its exit code if it has ended.</summary>
    /// <param name="jobName">The job; null for the one that was started last.</param>
    /// <param name="follows">Whether to go on until the job has ended.</param>
    /// <param name="tail">How many of the last lines to write; null for all.</param>
    public static RemoteScript ForLog(string? jobName, bool follows, int? tail)
    {
        var mark = CreateMark();
        var name = jobName is null ? "$(ls -t */pid 2>/dev/null | head -n 1)" : PosixShell.Quote(jobName, "JobName");
        var lines = (tail is { } count ? count.ToString(CultureInfo.InvariantCulture) : "+1");
        var body = $$"""
            m='{{mark}}'
            cd {{JobFolder}} 2>/dev/null || { printf '%s\n' "$m none" >&2; exit 0; }
            j={{name}}
            j=${j%/pid}
            if [ -z "$j" ] || [ ! -f "$j/log" ]; then
              printf '%s\n' "$m none" >&2
              ls -t | head -n 20 | while IFS= read -r k; do printf '%s\n' "$m has $k" >&2; done
              exit 0
            fi
            printf '%s\n' "$m job $j" >&2
            p=$(cat "$j/pid" 2>/dev/null)
            runs() { [ ! -f "$j/exit" ] && [ -n "$p" ] && [ "$(cat {{BootId}} 2>/dev/null)" = "$(cat "$j/boot" 2>/dev/null)" ] && kill -0 "$p" 2>/dev/null; }
            if runs; then printf '%s\n' "$m busy $j" >&2; fi
            if {{(follows ? "runs" : "false")}}; then tail -n {{lines}} -s 0.2 -f --pid="$p" "$j/log"; else tail -n {{lines}} "$j/log"; fi
            if [ -f "$j/exit" ]; then printf '%s\n' "$m ended $(cat "$j/exit")" >&2
            elif runs; then printf '%s\n' "$m running" >&2
            else printf '%s\n' "$m lost" >&2; fi
            """;
        return new RemoteScript(mark, Attach(mark, "", $"sh -c {PosixShell.Quote(body.Replace("\r", ""), "JobName")}", ""));
    }

    /// <summary>Creates a script that prints what the machine is doing, for <see cref="MachineActivityReader"/>.</summary>
    public static RemoteScript ForActivity()
    {
        var mark = CreateMark();
        const string Body = """
            export LC_ALL=C
            printf 'load %s\n' "$(cat /proc/loadavg)"
            printf 'uptime %s\n' "$(cat /proc/uptime)"
            printf 'cpus %s\n' "$(nproc 2>/dev/null)"
            printf 'now %s\n' "$(date +%s)"
            who 2>/dev/null | while read -r u t r; do printf 'user %s %s\n' "$(stat -c %X "/dev/$t" 2>/dev/null || echo 0)" "$u"; done
            for d in "$HOME"/.paperspace/jobs/*/; do
              [ -f "$d/pid" ] || continue
              n=${d%/}
              if [ -f "$d/exit" ]; then printf 'ended %s\n' "$(stat -c %Y "$d/exit")"
              elif [ "$(cat /proc/sys/kernel/random/boot_id)" = "$(cat "$d/boot" 2>/dev/null)" ] && kill -0 "$(cat "$d/pid")" 2>/dev/null; then printf 'job %s\n' "${n##*/}"
              fi
            done
            if command -v nvidia-smi >/dev/null 2>&1; then
              q=$(nvidia-smi --query-gpu=index,utilization.gpu,memory.used,memory.total,name --format=csv,noheader,nounits 2>&1) \
                && printf '%s\n' "$q" | while IFS= read -r l; do printf 'gpu %s\n' "$l"; done \
                || printf 'gpufail %s\n' "$(printf '%s' "$q" | head -n 1)"
              nvidia-smi -q -d UTILIZATION 2>/dev/null | while IFS= read -r l; do printf 'sample %s\n' "$l"; done
            fi
            printf 'end\n'
            """;
        return new RemoteScript(mark, Attach(mark, "", $"sh -c {PosixShell.Quote(Body.Replace("\r", ""), "Id")}", ""));
    }

    /// <summary>Creates a script that reports which jobs run.</summary>
    public static RemoteScript ForRunningJobs()
    {
        var mark = CreateMark();
        return new RemoteScript(mark, $"printf '%s\\n' '{mark} begin' >&2\n{ListJobs(mark)}\nprintf '%s\\n' '{mark} exit 0' >&2");
    }

    /// <summary>Returns what ssh gets on its standard input.</summary>
    public byte[] ToInput()
    {
        var text = Encoding.UTF8.GetBytes(_text.Replace("\r\n", "\n"));
        var length = Encoding.ASCII.GetBytes(text.Length.ToString(CultureInfo.InvariantCulture) + "\n");
        return [.. length, .. text, .. _content];
    }

    private static string CreateMark() => "paperspace-" + Guid.NewGuid().ToString("N");

    private static string Export(IReadOnlyDictionary<string, string> environment) =>
        string.Join("\n", environment.Select(variable => $"export {variable.Key}={PosixShell.Quote(variable.Value, "Environment")}"));

    /// <summary>Returns the commands that report each job that runs.</summary>
    private static string ListJobs(string mark) => $$"""
        for __ps_j in "$HOME"/.paperspace/jobs/*/; do
          [ -f "$__ps_j/pid" ] && [ ! -f "$__ps_j/exit" ] && [ "$(cat {{BootId}} 2>/dev/null)" = "$(cat "$__ps_j/boot" 2>/dev/null)" ] || continue
          kill -0 "$(cat "$__ps_j/pid")" 2>/dev/null || continue
          __ps_j=${__ps_j%/}
          printf '%s\n' "{{mark}} busy ${__ps_j##*/}" >&2
        done
        """;

    private static string Fail(string mark) => $"{{ printf '%s\\n' '{mark} exit 1' >&2; exit 0; }}";

    /// <summary>Returns a script that runs a command in a session of its own, and ends all of it if the connection ends: sshd leaves a
    /// command without a terminal running.</summary>
    private static string Attach(string mark, string prologue, string command, string epilogue) => $$"""
        printf '%s\n' '{{mark}} begin' >&2
        exec 3<&0
        {{prologue}}
        if command -v setsid >/dev/null 2>&1; then __ps_s=setsid; else __ps_s=; fi
        $__ps_s {{command}} </dev/null 3<&- &
        __ps_c=$!
        { cat <&3; kill -TERM "-$__ps_c" || kill -TERM "$__ps_c"; sleep 5; kill -KILL "-$__ps_c" || kill -KILL "$__ps_c"; } >/dev/null 2>&1 &
        __ps_w=$!
        wait "$__ps_c"; __ps_e=$?
        kill "$__ps_w" 2>/dev/null
        {{epilogue}}
        printf '%s\n' '{{mark}} exit '"$__ps_e" >&2
        exit 0
        """;
}
