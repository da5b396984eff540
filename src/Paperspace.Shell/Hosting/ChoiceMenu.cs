using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace Paperspace.Shell;

/// <summary>Several things to choose from, each by its hot key or its whole name.</summary>
internal sealed class ChoiceMenu
{
    /// <summary>The answer that asks for an explanation.</summary>
    public const string Help = "?";

    private const char HotKeyMark = '&';

    private readonly (string Key, string Name, string Help)[] _choices;
    private readonly int _default;

    /// <summary>Reads the labels, in which a mark is before the hot key.</summary>
    public ChoiceMenu(Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _choices = [.. choices.Select(choice => (KeyOf(choice.Label), choice.Label.Replace(HotKeyMark.ToString(), ""), choice.HelpMessage))];
        _default = defaultChoice;
    }

    /// <summary>The question.</summary>
    public string Line
    {
        get
        {
            var choices = string.Join("  ", _choices.Select(choice => $"[{choice.Key}] {choice.Name}"));
            var byDefault = _default >= 0 ? $" (default is \"{_choices[_default].Key}\")" : "";
            return $"{choices}  [{Help}] Help{byDefault}: ";
        }
    }

    /// <summary>What each choice means.</summary>
    public string Explanation => string.Concat(_choices.Select(choice => $"{choice.Key} - {choice.Help}{Environment.NewLine}"));

    /// <summary>The choice that an answer means; null where it means none.</summary>
    public int? Find(string answer)
    {
        if (answer.Length == 0) return _default >= 0 ? _default : null;
        var found = Array.FindIndex(_choices, choice => Same(choice.Key, answer) || Same(choice.Name, answer));
        return found >= 0 ? found : null;
    }

    private static string KeyOf(string label)
    {
        var mark = label.IndexOf(HotKeyMark, StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < label.Length ? char.ToUpperInvariant(label[mark + 1]).ToString() : label;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
