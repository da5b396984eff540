using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Makes objects of the lines that a machine writes.</summary>
internal sealed class MachineOutputWriter
{
    private readonly Machine _machine;
    private readonly string? _jobName;
    private readonly IPaperspaceClient _client;
    private readonly Action<Action> _report;
    private readonly Action<IReadOnlyList<PSObject>> _write;

    /// <summary>Creates a writer.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="jobName">The job whose log it is; null for a command that is not detached.</param>
    /// <param name="client">The client, for its clock.</param>
    /// <param name="report">Takes what to do on the pipeline thread; blocks while that is far behind.</param>
    /// <param name="write">Writes objects, on the pipeline thread.</param>
    public MachineOutputWriter(
        Machine machine,
        string? jobName,
        IPaperspaceClient client,
        Action<Action> report,
        Action<IReadOnlyList<PSObject>> write)
    {
        (_machine, _jobName, _client, _report, _write) = (machine, jobName, client, report, write);
    }

    /// <summary>Takes lines of a command.</summary>
    public void Take(MachineOutputStream stream, IReadOnlyList<string> lines)
    {
        var now = _client.Now;
        var objects = new PSObject[lines.Count];
        for (var i = 0; i < objects.Length; i++) objects[i] = Create(stream, lines[i], now);
        _report(() => _write(objects));
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

        _report(() => _write(objects));
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
