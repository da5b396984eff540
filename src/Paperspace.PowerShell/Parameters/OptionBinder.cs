using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Copies what the caller set into options: each parameter to the property of its name, or of one of its aliases.</summary>
/// <remarks>
/// What an object of the pipeline leaves empty is not set. What is empty on the command line is set to null where null is a value (the
/// parameter has <see cref="AllowNullAttribute"/> or is a <see cref="NullableString"/>), and otherwise a mistake, such as a misspelt
/// variable.
/// </remarks>
internal static class OptionBinder
{
    /// <summary>Fills options from what is bound to a cmdlet's parameters now.</summary>
    /// <param name="options">The options.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="takesRow">Whether what an object of the pipeline has bound is an option; without it, only what the command line
    /// gave.</param>
    /// <param name="except">Parameters that are no options.</param>
    /// <exception cref="PaperspaceException">A parameter was given nothing that needs something.</exception>
    public static TOptions Fill<TOptions>(TOptions options, PaperspaceCmdlet cmdlet, bool takesRow, params string[] except)
        where TOptions : OptionSet
    {
        var parameters = ((CmdletInfo)cmdlet.MyInvocation.MyCommand).Parameters;
        foreach (var bound in cmdlet.MyInvocation.BoundParameters.Keys.ToArray())
        {
            if (except.Contains(bound) || !parameters.TryGetValue(bound, out var parameter)) continue;
            if (FindOption<TOptions>(parameter) is not { } option) continue;
            var isGiven = cmdlet.IsGiven(parameter.Name);
            if (!isGiven && !takesRow) continue;
            var property = cmdlet.GetType().GetProperty(parameter.Name)!;
            var value = Unwrap(property.GetValue(cmdlet));
            if (isGiven ? IsSet(property, value) : IsFilled(property, value)) option.SetValue(options, value is "" ? null : value);
        }

        return options;
    }

    /// <summary>Returns in words which options are set to what.</summary>
    public static string Describe(OptionSet options) =>
        $"Set {string.Join(", ", options.Values.OrderBy(option => option.Key, StringComparer.Ordinal).Select(Describe))}";

    private static string Describe(KeyValuePair<string, object?> option) => option.Value switch
    {
        null => $"{option.Key} to none",
        string text => $"{option.Key} to '{text}'",
        var value => FormattableString.Invariant($"{option.Key} to {value}"),
    };

    private static bool IsSet(PropertyInfo property, object? value) =>
        value is not (null or "") || TakesNull(property)
            ? true
            : throw PaperspaceException.InvalidRequest(
                $"{property.Name} is empty. Specify a value or omit the parameter.",
                property.Name);

    /// <summary>Returns whether a switch is filled: one that a row has not is told from one that is off by nothing, and off is the default
    /// of each.</summary>
    private static bool IsFilled(PropertyInfo property, object? value) =>
        value is not (null or "") && !(property.PropertyType == typeof(SwitchParameter) && value is false);

    private static bool TakesNull(PropertyInfo property) =>
        property.PropertyType == typeof(NullableString) || property.GetCustomAttribute<AllowNullAttribute>() is not null;

    private static PropertyInfo? FindOption<TOptions>(ParameterMetadata parameter) => parameter.Aliases
        .Prepend(parameter.Name)
        .Select(name => typeof(TOptions).GetProperty(name))
        .FirstOrDefault(property => property is { CanWrite: true });

    private static object? Unwrap(object? value) => value switch
    {
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        SecureString secret => new NetworkCredential("", secret).Password,
        NullableString text => text.Value,
        _ => value,
    };
}
