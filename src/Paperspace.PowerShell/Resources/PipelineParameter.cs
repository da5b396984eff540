using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Checks that the parameter for what is piped is left to the pipeline. The engine binds the first value without a name to it,
/// before it looks at the pipeline: then nothing that is piped can be used.</summary>
internal static class PipelineParameter
{
    /// <summary>Checks a cmdlet whose resources have the first place and alone are taken from the pipeline.</summary>
    /// <exception cref="PaperspaceException">The resources were given although something is piped.</exception>
    public static void RequireUnbound(PaperspaceCmdlet cmdlet)
    {
        // Most commands in a pipeline are given nothing else, and need not be looked into.
        if (!cmdlet.MyInvocation.ExpectingInput || cmdlet.MyInvocation.BoundParameters.Count == 0) return;
        var parameters = cmdlet
            .GetType()
            .GetProperties()
            .SelectMany(property =>
                property.GetCustomAttributes<ParameterAttribute>().Select(attribute => (Property: property, Attribute: attribute)))
            .ToArray();
        var piped = parameters
            .Where(parameter => parameter.Attribute.ValueFromPipeline)
            .Select(parameter => parameter.Property)
            .Distinct()
            .ToArray();
        if (piped.Length != 1 || piped[0].GetCustomAttribute<ResourceAttribute>() is null) return;
        if (!parameters.Any(parameter => parameter.Property == piped[0] && parameter.Attribute.Position == 0)) return;
        var given = parameters
            .Select(parameter => parameter.Property)
            .FirstOrDefault(property =>
                cmdlet.IsGiven(property.Name)
                && (property == piped[0] || property.GetCustomAttribute<ResourceAttribute>() is { IsId: true }));
        if (given is null) return;
        var next = given == piped[0] ? Array.Find(parameters, parameter => parameter.Attribute.Position == 1).Property?.Name : null;
        throw next is null || cmdlet.IsGiven(next)
            ? PaperspaceException.InvalidRequest(
                $"The pipeline input cannot be used together with -{given.Name}. Specify one of them.",
                given.Name)
            : PaperspaceException.InvalidRequest(
                $"{Describe(given.GetValue(cmdlet))} was taken for -{given.Name}, the first positional parameter, so that the pipeline input "
                    + $"cannot be used. Specify -{next} by name.",
                given.Name,
                next);
    }

    private static string Describe(object? given) =>
        given is ResourceIdentity[] { Length: 1 } identities
            ? $"'{TerminalText.Sanitize(identities[0].Id)}'"
            : "The value without a parameter name";
}
