using System.Globalization;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Represents the entries of machines in a configuration file of ssh.</summary>
internal sealed class SshConfigBlock
{
    private readonly StringBuilder _text = new();

    /// <summary>Creates the entries.</summary>
    /// <param name="machines">The machines.</param>
    /// <param name="parameters">How they are connected to.</param>
    public SshConfigBlock(IReadOnlyCollection<Machine> machines, SshParameters parameters)
    {
        var aliases = machines.GroupBy(GetAlias, StringComparer.OrdinalIgnoreCase).ToDictionary(
            group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        foreach (var machine in machines.OrderBy(machine => machine.Name, StringComparer.OrdinalIgnoreCase))
        {
            var host = parameters.HostName ?? machine.PublicIpAddress;
            if (string.IsNullOrWhiteSpace(host) || !SshParameters.IsHost(host!))
            {
                WithoutAddress.Add(MachineDescriptor.Instance.Identify(machine).ToString());
                continue;
            }

            Count++;
            var alias = GetAlias(machine);
            // A name that several machines have is none of theirs.
            Add("Host", aliases[alias] > 1 || alias == machine.Id ? machine.Id : $"{alias} {machine.Id}", "");
            Add("HostName", host!);
            Add("User", parameters.UserName);
            if (parameters.Port is { } port) Add("Port", port.ToString(CultureInfo.InvariantCulture));
            if (parameters.IdentityFile is { } file) Add("IdentityFile", $"\"{file}\"");
            Add("HostKeyAlias", machine.Id);
            Add("CheckHostIP", "no");
            if (parameters.ConnectTimeout is { } timeout)
                Add("ConnectTimeout", Math.Ceiling(timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            foreach (var option in parameters.Options) _text.Append("    ").Append(option).Append('\n');
        }
    }

    /// <summary>Gets the number of machines in it.</summary>
    public int Count { get; }

    /// <summary>Gets the machines that have no address, and so no entry.</summary>
    public List<string> WithoutAddress { get; } = [];

    /// <summary>Returns the entries.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Returns the name with what is a pattern or a separator to ssh replaced.</summary>
    private static string GetAlias(Machine machine)
    {
        var name = new string([.. (machine.Name ?? "").Trim().Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')]);
        return name.Trim('-').Length == 0 ? machine.Id : name.TrimStart('-');
    }

    private void Add(string keyword, string value, string indentation = "    ") =>
        _text.Append(indentation).Append(keyword).Append(' ').Append(value).Append('\n');
}
