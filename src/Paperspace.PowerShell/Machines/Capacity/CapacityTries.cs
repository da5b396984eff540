using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Keeps the tries for one machine that found no capacity, each with its reason; those alike are counted.</summary>
internal sealed class CapacityTries
{
    private readonly List<KeyValuePair<MachineAlternative?, string>> _order = [];
    private readonly Dictionary<KeyValuePair<MachineAlternative?, string>, int> _counts = [];

    /// <summary>Gets the number of tries.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a try.</summary>
    /// <param name="alternative">What was tried; null where it is not known.</param>
    /// <param name="reason">Why there was no machine.</param>
    public void Add(MachineAlternative? alternative, string reason)
    {
        var key = new KeyValuePair<MachineAlternative?, string>(alternative, TerminalText.Sanitize(reason).TrimEnd('.', ' '));
        if (!_counts.TryGetValue(key, out var count)) _order.Add(key);
        _counts[key] = count + 1;
        Count++;
    }

    /// <summary>Adds a try that failed for want of capacity.</summary>
    public void Add(MachineAlternative? alternative, PaperspaceException failure) =>
        Add(alternative, failure.ApiMessage ?? "it was off again after its start");

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", _order.Select(Describe)) + ".";

    private string Describe(KeyValuePair<MachineAlternative?, string> entry)
    {
        var times = _counts[entry] > 1 ? string.Format(CultureInfo.InvariantCulture, " ({0} times)", _counts[entry]) : "";
        return entry.Key is null ? entry.Value + times : $"{entry.Key}: {entry.Value}{times}";
    }
}
