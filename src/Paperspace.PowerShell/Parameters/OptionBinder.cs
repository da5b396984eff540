using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Copies what the caller set into a request: each parameter to the property of its name, or of one of its aliases.</summary>
internal static class OptionBinder
{
    /// <summary>Fills a request from what is bound to a cmdlet's parameters now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="except">Parameters that are not settings of the request.</param>
    public static TRequest Fill<TRequest>(TRequest request, PSCmdlet cmdlet, params string[] except)
        where TRequest : OptionSet
    {
        var parameters = ((CmdletInfo)cmdlet.MyInvocation.MyCommand).Parameters;
        foreach (var bound in cmdlet.MyInvocation.BoundParameters)
        {
            if (except.Contains(bound.Key) || !parameters.TryGetValue(bound.Key, out var parameter)) continue;
            if (FindProperty<TRequest>(parameter) is not { } property) continue;
            var value = cmdlet.GetType().GetProperty(parameter.Name)!.GetValue(cmdlet);
            // A row of a table leaves a parameter empty, or leaves it out: then the list of what is bound still has the row before.
            if (value is "" || (value is null && bound.Value is not null)) continue;
            property.SetValue(request, Unwrap(value));
        }

        return request;
    }

    private static PropertyInfo? FindProperty<TRequest>(ParameterMetadata parameter) => parameter.Aliases
        .Prepend(parameter.Name)
        .Select(name => typeof(TRequest).GetProperty(name))
        .FirstOrDefault(property => property is { CanWrite: true });

    private static object? Unwrap(object? value) => value switch
    {
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        SecureString secret => new NetworkCredential("", secret).Password,
        NullableText filter => filter.Text,
        _ => value,
    };
}
