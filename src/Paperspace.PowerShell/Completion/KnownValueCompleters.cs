using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Completes a parameter with values that are known without a request.</summary>
internal abstract class KnownValueCompleter(Func<IEnumerable<(string Text, string Tooltip)>> values) : IArgumentCompleter
{
    protected KnownValueCompleter(IEnumerable<string> values)
        : this(() => values.Select(value => (value, value)))
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionResults.Create(wordToComplete, values());
}

internal sealed class AgentTypeCompleter() : KnownValueCompleter(AgentTypes.Known);

internal sealed class BillingTypeCompleter() : KnownValueCompleter(BillingTypes.Known);

internal sealed class StateCompleter() : KnownValueCompleter(MachineStates.Known);

internal sealed class SnapshotFrequencyCompleter() : KnownValueCompleter(SnapshotFrequencies.Known);

internal sealed class RestorePointFrequencyCompleter()
    : KnownValueCompleter(() => [(RestorePointFrequencies.Shutdown, "restored at each shutdown")]);

/// <summary>Completes nothing, for values that only the user knows. Without a completer the engine completes file names.</summary>
internal sealed class NothingCompleter() : KnownValueCompleter([]);

/// <summary>Completes values that are written without quotes.</summary>
internal abstract class LiteralCompleter(params string[] values) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        values
            .Where(value => value.TrimStart('$').StartsWith((wordToComplete ?? "").TrimStart('$'), StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value));
}

internal sealed class BooleanCompleter() : LiteralCompleter("$true", "$false");

/// <summary>Completes the sizes in GB that disks are sold in.</summary>
internal sealed class DiskSizeCompleter() : LiteralCompleter("50", "100", "250", "500", "1000", "2000");

/// <summary>Completes regions by their short names.</summary>
internal sealed class RegionCompleter()
    : KnownValueCompleter(() => Regions.Known.Select(region => (Regions.ShortName(region)!, region)));

/// <summary>Completes the current month and the months before it.</summary>
internal sealed class BillingMonthCompleter() : KnownValueCompleter(GetMonths)
{
    private const int MaxMonths = 12;

    private static IEnumerable<(string Text, string Tooltip)> GetMonths()
    {
        var current = new BillingMonth(TimeProvider.System.GetUtcNow().UtcDateTime);
        return Enumerable.Range(0, MaxMonths).Select(ago => current.AddMonths(-ago).ToString()).Select(month => (month, month));
    }
}
