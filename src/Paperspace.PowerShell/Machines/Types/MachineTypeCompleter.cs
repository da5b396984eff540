using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Completes machine types from the price list, those that are no longer offered last. With a template on the command line, only
/// the types that it can be used with.</summary>
internal sealed class MachineTypeCompleter : IArgumentCompleter
{
    private const string Current = "current";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var types = ReadTypes();
        if (FindTemplate(commandAst, fakeBoundParameters) is { } template)
            types =
            [
                .. types.Where(type => template.Runs(type.MachineType)),
                .. (template.AvailableMachineTypes ?? [])
                    .Select(type => type.MachineType)
                    .Where(name => !types.Any(type => string.Equals(type.MachineType, name, StringComparison.OrdinalIgnoreCase)))
                    .Select(name => new MachineTypeInfo { MachineType = name }),
            ];
        return CompletionResults.Create(wordToComplete, types.Select(type => (type.MachineType, Describe(type))));
    }

    private static IReadOnlyList<MachineTypeInfo> ReadTypes()
    {
        try
        {
            // A stable sort: the list's own order, with the types that are no longer offered at its end.
            return [.. PriceList.Current.MachineTypes.OrderBy(type => type.Status is null or Current ? 0 : 1)];
        }
        catch (PaperspaceException)
        {
            return [.. MachineTypes.Known.Select(type => new MachineTypeInfo { MachineType = type })];
        }
    }

    /// <summary>Returns the template on the command line; null if there is none, or it is not found in time.</summary>
    private static Template? FindTemplate(CommandAst line, IDictionary bound)
    {
        var given = bound[nameof(NewPsMachineCommand.TemplateId)] ?? bound[nameof(NewPsMachineCommand.Template)];
        if (given is null) return null;
        try
        {
            if (DisplayValue.Unwrap(given) is Template template) return template;
            if (DisplayValue.ToText(given) is not { } text) return null;
            var matcher = new NameMatcher([text]);
            var templates = ResourceCompleter.Read(line, bound, TemplateDescriptor.Instance.Cache.GetAsync) ?? [];
            var found = templates.Where(item => item.Id == text || TemplateDescriptor.Instance.Matches(matcher, item)).Take(2).ToArray();
            return found.Length == 1 ? found[0] : null;
        }
        catch (Exception)
        {
            // Completion must never fail: without the template, all types are offered.
            return null;
        }
    }

    private static string Describe(MachineTypeInfo type) => string.Join(
        ", ",
        new[]
        {
            type.Gpu is null ? null : Text($"{type.GpuCount} x {type.Gpu}, {type.GpuMemoryGB} GB each"),
            type.Vcpus is null ? null : Text($"{type.Vcpus} vCPUs"),
            type.MemoryGB is null ? null : Text($"{type.MemoryGB} GB RAM"),
            type.HourlyPrice is { } price ? $"{PriceText.Amount(price)} an hour" : null,
            type.Status is null or Current ? null : type.Status,
        }.Where(part => part is not null));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
