using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Paperspace.Help.Tests.Support;

/// <summary>The facts about a cmdlet that its page must contain.</summary>
internal static partial class CmdletFacts
{
    /// <summary>The parameters that are the cmdlet's own or belong to -WhatIf, in alphabetical order.</summary>
    public static IReadOnlyList<ParameterMetadata> Parameters(CmdletInfo cmdlet) =>
    [
        .. cmdlet.Parameters.Values
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The syntax of each parameter set.</summary>
    public static IEnumerable<SyntaxHelp> Syntaxes(CmdletInfo cmdlet) => cmdlet.ParameterSets.Select(set => new SyntaxHelp(
        cmdlet.ParameterSets.Count > 1 ? set.Name : null, cmdlet.ParameterSets.Count == 1 || set.IsDefault, $"{cmdlet.Name} {set}", 0));

    /// <summary>A parameter, without its description.</summary>
    public static ParameterHelp Describe(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        var use = cmdlet.ParameterSets.SelectMany(set => set.Parameters).First(used => used.Name == parameter.Name);
        return new ParameterHelp
        {
            Name = parameter.Name,
            Description = [],
            Type = TypeName(cmdlet, parameter),
            ParameterSets =
            [
                .. parameter.ParameterSets.Keys.Select(set => set == ParameterAttribute.AllParameterSets ? ParameterHelp.AllSets : set),
            ],
            Aliases = [.. parameter.Aliases],
            AcceptedValues = [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)],
            IsRequired = use.IsMandatory,
            Position = use.Position == int.MinValue ? null : use.Position,
            DefaultValue = DefaultValue(cmdlet, parameter),
            PipelineInput = PipelineInput(use),
            AcceptsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
        };
    }

    /// <summary>The types that are taken from the pipeline by value or, if there are none, by property name.</summary>
    public static IEnumerable<string> Inputs(CmdletInfo cmdlet)
    {
        var uses = cmdlet.ParameterSets.SelectMany(set => set.Parameters).ToArray();
        var taken = uses.Where(use => use.ValueFromPipeline).DefaultIfEmpty().ToArray() is [not null, ..] whole
            ? whole
            : uses.Where(use => use.ValueFromPipelineByPropertyName);
        return taken.Select(use => InputName(use!.ParameterType)).Distinct().DefaultIfEmpty("None");
    }

    /// <summary>The output types.</summary>
    public static IEnumerable<string> Outputs(CmdletInfo cmdlet) =>
        cmdlet.OutputType.Select(type => type.Type == typeof(void) ? "None" : type.Name);

    /// <summary>The name of a type; for what identifies a resource, that of the resource.</summary>
    private static string InputName(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        return element.IsGenericType && element.Name.StartsWith("ResourceIdentity", StringComparison.Ordinal)
            ? element.GetGenericArguments()[0].FullName!
            : type.FullName!;
    }

    private static string TypeName(CmdletInfo cmdlet, ParameterMetadata parameter) => parameter.SwitchParameter
        ? ParameterHelp.Switch
        : cmdlet.ParameterSets
            .Select(set => Regex.Match(set.ToString(), $@"-{parameter.Name}\]? <([^>]+)>"))
            .First(match => match.Success)
            .Groups[1].Value;

    private static string DefaultValue(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        if (parameter.SwitchParameter) return "False";
        var value = cmdlet.ImplementingType.GetProperty(parameter.Name)!.GetValue(Activator.CreateInstance(cmdlet.ImplementingType));
        return value switch
        {
            null or "" or ICollection { Count: 0 } => "None",
            IEnumerable<string> texts => string.Join(", ", texts),
            ValueType number when number.Equals(Activator.CreateInstance(number.GetType())) => "None",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string PipelineInput(CommandParameterInfo use) => (use.ValueFromPipelineByPropertyName, use.ValueFromPipeline) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByPropertyName)",
        (false, true) => "True (ByValue)",
        _ => "False",
    };
}
