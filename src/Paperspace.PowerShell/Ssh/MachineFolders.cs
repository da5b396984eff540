using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Names the folders that files of several machines go to.</summary>
internal sealed class MachineFolders
{
    /// <summary>What every file system takes, and no path can be made of.</summary>
    private static readonly Regex Safe = new(@"^[A-Za-z0-9_][A-Za-z0-9_ -]{0,60}$", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the machine's name, or its id if the name is taken or is no name of a folder. From any thread.</summary>
    public string GetName(Machine machine)
    {
        lock (_taken)
            return machine.Name is { } name && Safe.IsMatch(name.Trim()) && _taken.Add(name.Trim()) ? name.Trim() : machine.Id;
    }
}
