using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Makes objects of the lines that a machine writes, and hands them to the pipeline thread: all that have come since it took the
/// last ones, so that it is woken seldom when there are many.</summary>
internal sealed class MachineOutputWriter
{
    /// <summary>How many lines may wait for the pipeline thread.</summary>
    private const int MaxPending = 10_000;

    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(100);

    private readonly Machine _machine;
    private readonly string? _jobName;
    private readonly IPaperspaceClient _client;
    private readonly Action<Action> _report;
    private readonly Action<IReadOnlyList<PSObject>> _write;
    private readonly CancellationToken _ending;
    private readonly object _gate = new();
    private List<PSObject> _pending = [];
    private bool _isReported;

    /// <summary>Creates a writer.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="jobName">The job whose log it is; null for a command that is not detached.</param>
    /// <param name="client">The client, for its clock.</param>
    /// <param name="report">Takes what to do on the pipeline thread; blocks while that is far behind.</param>
    /// <param name="write">Writes objects, on the pipeline thread.</param>
    /// <param name="ending">Is cancelled when nothing is written any more.</param>
    public MachineOutputWriter(
        Machine machine,
        string? jobName,
        IPaperspaceClient client,
        Action<Action> report,
        Action<IReadOnlyList<PSObject>> write,
        CancellationToken ending)
    {
        (_machine, _jobName, _client, _report, _write, _ending) = (machine, jobName, client, report, write, ending);
    }

    /// <summary>Takes lines of a command.</summary>
    public void Take(MachineOutputStream stream, IReadOnlyList<string> lines)
    {
        var now = _client.Now;
        var objects = new PSObject[lines.Count];
        for (var i = 0; i < objects.Length; i++) objects[i] = Create(stream, lines[i], now);
        Add(objects);
    }

    /// <summary>Takes lines of a job's log, which have the letter of their stream before them.</summary>
    public void TakeLog(MachineOutputStream stream, IReadOnlyList<string> lines)
    {
        // The log itself is on standard output; what the script that reads it complains about is not.
        if (stream == MachineOutputStream.Error)
        {
            Take(stream, lines);
            return;
        }

        var objects = new PSObject[lines.Count];
        for (var i = 0; i < objects.Length; i++)
        {
            var (line, letter) = (lines[i], lines[i].Length > 0 ? lines[i][0] : ' ');
            objects[i] = Create(
                letter == 'e' ? MachineOutputStream.Error : MachineOutputStream.Output,
                letter is 'e' or 'o' ? line.Substring(1) : line,
                null);
        }

        Add(objects);
    }

    private void Add(PSObject[] objects)
    {
        lock (_gate)
        {
            // A thread that waits here reads nothing, and so the command on the machine waits too.
            while (_pending.Count >= MaxPending)
            {
                _ending.ThrowIfCancellationRequested();
                Monitor.Wait(_gate, CheckInterval);
            }

            _pending.AddRange(objects);
            if (_isReported) return;
            _isReported = true;
        }

        _report(Write);
    }

    private void Write()
    {
        List<PSObject> lines;
        lock (_gate)
        {
            (lines, _pending, _isReported) = (_pending, [], false);
            Monitor.PulseAll(_gate);
        }

        _write(lines);
    }

    /// <summary>Creates an object as the engine wraps it, which takes it longer than anything else that is done with a line.</summary>
    private PSObject Create(MachineOutputStream stream, string line, DateTimeOffset? time) => new(new MachineOutput
    {
        MachineId = _machine.Id,
        MachineName = _machine.Name,
        Stream = stream,
        Line = line,
        Time = time,
        JobName = _jobName,
    });
}
