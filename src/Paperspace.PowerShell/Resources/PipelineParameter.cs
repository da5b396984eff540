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
        var resources = piped[0].Name;
        if (!cmdlet.IsGiven(resources) || !parameters.Any(parameter => parameter.Property == piped[0] && parameter.Attribute.Position == 0))
            return;
        var next = Array.Find(parameters, parameter => parameter.Attribute.Position == 1).Property?.Name;
        throw next is null || cmdlet.IsGiven(next)
            ? PaperspaceException.InvalidRequest(
                $"Nothing of the pipeline can be used, since -{resources} was given. Leave out one of them.",
                resources)
            : PaperspaceException.InvalidRequest(
                $"{Describe(piped[0].GetValue(cmdlet))} was taken for -{resources}, which has the first place, so that nothing of the "
                    + $"pipeline can be used. Give -{next} by its name.",
                resources,
                next);
    }

    private static string Describe(object? given) =>
        given is ResourceIdentity[] { Length: 1 } identities
            ? $"'{TerminalText.Sanitize(identities[0].Id)}'"
            : "What was given without a name";
}
