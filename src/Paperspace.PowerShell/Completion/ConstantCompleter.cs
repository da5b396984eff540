using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Completes a parameter with values that are known beforehand.</summary>
public abstract class ConstantCompleter : IArgumentCompleter
{
    /// <summary>Gets the values, each with what explains it.</summary>
    protected abstract IEnumerable<(string Text, string Tooltip)> Values { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionResults.Create(wordToComplete, Values);
}
