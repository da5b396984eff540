using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Copies what the caller set into a request: each parameter to the property of its name, or of one of its aliases.</summary>
internal static class RequestBinder
{
    /// <summary>Fills a request from a cmdlet's bound parameters.</summary>
    /// <param name="request">The request.</param>
    /// <param name="invocation">The cmdlet's invocation.</param>
    /// <param name="except">Parameters that are not settings of the request.</param>
    public static TRequest Fill<TRequest>(TRequest request, InvocationInfo invocation, params string[] except)
        where TRequest : RequestFields
    {
        var command = ((CmdletInfo)invocation.MyCommand).Parameters;
        foreach (var bound in invocation.BoundParameters)
            if (!except.Contains(bound.Key) && command.TryGetValue(bound.Key, out var parameter) && FindProperty<TRequest>(parameter) is { } property)
                property.SetValue(request, Unwrap(bound.Value));
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
        TextFilter filter => filter.Text,
        _ => value,
    };
}
