using System.Management.Automation;
using Xunit;

namespace Paperspace.Testing;

/// <summary>Holds what a script has written, with its errors.</summary>
/// <param name="Output">The objects.</param>
/// <param name="Errors">The non-terminating errors.</param>
/// <param name="Verbose">The verbose messages.</param>
/// <param name="Debug">The debug messages.</param>
/// <param name="Warnings">The warnings.</param>
/// <param name="Terminating">What ended it early; null where it ran to its end.</param>
public sealed record Outcome(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<string> Debug,
    IReadOnlyList<string> Warnings,
    RuntimeException? Terminating)
{
    /// <summary>Gets the only error, terminating or not.</summary>
    public ErrorRecord Error => Terminating?.ErrorRecord ?? Assert.Single(Errors);

    /// <summary>Returns the objects, which are all of one type.</summary>
    public IReadOnlyList<T> All<T>() => [.. Output.Select(item => Assert.IsType<T>(item.BaseObject, exactMatch: false))];

    /// <summary>Returns the only object.</summary>
    public T Single<T>() => Assert.Single(All<T>());

    /// <summary>Returns the same outcome, which must be without any error.</summary>
    public Outcome Succeeded()
    {
        Assert.Null(Terminating);
        Assert.Empty(Errors.Select(error => error.ToString()));
        return this;
    }
}
