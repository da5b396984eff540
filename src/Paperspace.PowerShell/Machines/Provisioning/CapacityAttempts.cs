using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The attempts for one machine that found no capacity, each with its reason; equal ones are counted.</summary>
internal sealed class CapacityAttempts
{
    public const string Unavailable = "not available";

    private readonly List<KeyValuePair<PlacementOption?, string>> _order = [];
    private readonly Dictionary<KeyValuePair<PlacementOption?, string>, int> _counts = [];

    public int Count { get; private set; }

    /// <summary>Adds an attempt.</summary>
    /// <param name="option">The place; null if it is not known.</param>
    /// <param name="reason">Why there was no machine.</param>
    public void Add(PlacementOption? option, string reason)
    {
        var key = new KeyValuePair<PlacementOption?, string>(option, TerminalText.Sanitize(reason).TrimEnd('.', ' '));
        if (!_counts.TryGetValue(key, out var count)) _order.Add(key);
        _counts[key] = count + 1;
        Count++;
    }

    public void Add(PlacementOption? option, PaperspaceException failure) =>
        Add(option, failure.ApiMessage ?? "it was off again after its start");

    public override string ToString() => string.Join("; ", _order.Select(Describe)) + ".";

    private string Describe(KeyValuePair<PlacementOption?, string> entry)
    {
        var times = _counts[entry] > 1 ? string.Format(CultureInfo.InvariantCulture, " ({0} times)", _counts[entry]) : "";
        return entry.Key is null ? entry.Value + times : $"{entry.Key}: {entry.Value}{times}";
    }
}
