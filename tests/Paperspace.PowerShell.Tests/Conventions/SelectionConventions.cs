using System.Management.Automation;
using System.Reflection;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Conventions;

/// <summary>What is null or empty selects nothing and says so: it never means all, nor a default. For every cmdlet, those to come
/// too.</summary>
public abstract class SelectionConventions(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    private static readonly Lazy<CmdletInfo[]> Known = new(ReadCmdlets);

    private static readonly string[] Empties = ["$null", "''", "@()", "$nothing"];

    public static TheoryData<string, string> Parameters()
    {
        var data = new TheoryData<string, string>();
        foreach (var (cmdlet, parameter) in Selecting()) data.Add(cmdlet.Name, parameter.Name);
        return data;
    }

    [Fact]
    public void Every_parameter_that_selects_resources_is_a_selection()
    {
        var named = Cmdlets()
            .SelectMany(cmdlet => Own(cmdlet).Select(parameter => (Cmdlet: cmdlet, Parameter: parameter)))
            .Where(item => IsIdentity(item.Parameter.ParameterType)
                || (item.Parameter.Name is "Id" or "Name" && item.Cmdlet.Verb is not ("New" or "Set" or "Connect")));
        Assert.Empty(
            named.Where(item => !IsSelection(item.Cmdlet, item.Parameter)).Select(item => $"{item.Cmdlet.Name} -{item.Parameter.Name}"));
    }

    [Fact]
    public void Null_is_a_value_only_for_parameters_that_remove_something() =>
        Assert.Equal(
            ["Set-PsMachine -Script", "Set-PsPublicIp -Machine"],
            Selecting()
                .Where(item => AllowsNull(item.Cmdlet, item.Parameter.Name))
                .Select(item => $"{item.Cmdlet.Name} -{item.Parameter.Name}")
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task An_empty_selection_selects_nothing_and_is_reported(string cmdlet, string parameter)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        foreach (var empty in AllowsNull(Find(cmdlet), parameter) ? ["''", "@()"] : Empties)
        {
            var outcome = host.Run(Line(cmdlet, parameter, empty));
            Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null, $"{empty} was taken without a word.");
            Assert.Empty(outcome.Output);
            Assert.Empty(host.Lines());
        }

        Assert.Single(host.Run("Get-PsAccount").Output);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task An_empty_value_among_others_is_an_error_and_selects_nothing(string cmdlet, string parameter)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var isList = Find(cmdlet).Parameters[parameter].ParameterType.IsArray;
        foreach (var empty in new[] { "$null", "''" })
        {
            var outcome = host.Run(Line(cmdlet, parameter, $"'{Sample(cmdlet, parameter)}', {empty}"));
            Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null, $"{empty} was taken without a word.");
            Assert.DoesNotContain(outcome.Output, item => item.BaseObject is Machine { Id: "psbbb" });
            Assert.DoesNotContain(host.Lines(), line => line.Contains("psbbb", StringComparison.Ordinal));
            if (!isList) Assert.Empty(host.Lines());
        }
    }

    [Theory]
    [InlineData("Stop-PsMachine -Id psaaa, '../x', psbbb")]
    [InlineData("Stop-PsMachine psaaa, ([datetime]::Now), psbbb")]
    [InlineData("Stop-PsMachine psaaa, @{ State = 'x' }, psbbb")]
    [InlineData("'psaaa', $null, 'psbbb' | Stop-PsMachine")]
    [InlineData("@{ Id = 'psaaa' }, @{ Id = '' }, @{ Id = 'psbbb' } | Stop-PsMachine")]
    public async Task An_invalid_id_is_an_error_and_the_others_are_processed(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run(script);
        Assert.Null(outcome.Terminating);
        Assert.StartsWith("InvalidRequest", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(
            [MachineRequests.Line(api, "stop", "psaaa"), MachineRequests.Line(api, "stop", "psbbb")], host.Lines().Order());
    }

    [Theory]
    [InlineData("Get-PsMachine -BaseUri $null")]
    [InlineData("Get-PsMachine -ApiKey $null")]
    [InlineData("Get-PsMachine -ApiKey ''")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -NetworkId $misspelt")]
    [InlineData(
        "New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -StartOnCreate $misspelt")]
    [InlineData("Set-PsMachine psaaa -Name $misspelt")]
    [InlineData("Set-PsMachine psaaa -Name ''")]
    [InlineData("Set-PsMachine psaaa -DynamicPublicIp $misspelt")]
    [InlineData("Grant-PsMachineAccess psaaa -UserId $misspelt")]
    [InlineData("Get-PsMachine -State @()")]
    public async Task A_default_or_missing_value_is_not_an_empty_setting(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run(script);
        Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null);
        Assert.Empty(host.Lines());
    }

    private static string Line(string name, string parameter, string value)
    {
        var cmdlet = Find(name);
        var set = cmdlet.ParameterSets.First(candidate => candidate.Parameters.Any(item => item.Name == parameter));
        var others = set.Parameters
            .Where(item => item.IsMandatory && item.Name != parameter)
            .Select(item => $"-{item.Name} '{Sample(name, item.Name)}'");
        var confirms = cmdlet.Parameters.ContainsKey("Confirm") ? "-Confirm:$false" : "";
        return $"$nothing = [Management.Automation.Internal.AutomationNull]::Value; {name} -{parameter} {value} "
            + $"{string.Join(' ', others)} {confirms}";
    }

    private static string Sample(string cmdlet, string parameter) => parameter switch
    {
        "Id" => "psaaa",
        "Name" when cmdlet.EndsWith("Machine", StringComparison.Ordinal) => "one",
        "Region" => "NY2",
        "MachineType" => "P4000",
        "BillingMonth" or "From" or "To" => "2022-03",
        "InputObject" => "psaaa",
        "BillingType" => "hourly",
        "Template" or "TemplateId" => "tkni3aa4",
        "Machine" => "psaaa",
        "Size" => "50",
        "Account" => "default",
        _ => "sample",
    };

    private static bool IsIdentity(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        return element.Name.Contains("Identity", StringComparison.Ordinal);
    }

    private static bool AllowsNull(CmdletInfo cmdlet, string parameter) =>
        cmdlet.ImplementingType.GetProperty(parameter)!.GetCustomAttribute<AllowNullAttribute>() is not null;

    private static bool IsSelection(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        for (
            var type = cmdlet
                .ImplementingType.GetProperty(parameter.Name)!
                .GetCustomAttribute<ArgumentTransformationAttribute>()
                ?.GetType();
            type is not null;
            type = type.BaseType)
            if (type.Name == "SelectionTransformationAttribute")
                return true;
        return false;
    }

    private static IEnumerable<(CmdletInfo Cmdlet, ParameterMetadata Parameter)> Selecting() =>
        from cmdlet in Cmdlets()
        from parameter in Own(cmdlet)
        where IsSelection(cmdlet, parameter)
        select (cmdlet, parameter);

    private static IEnumerable<ParameterMetadata> Own(CmdletInfo cmdlet) => cmdlet.Parameters.Values.Where(parameter =>
        cmdlet.ImplementingType.GetProperty(parameter.Name)?.DeclaringType?.Assembly == cmdlet.ImplementingType.Assembly);

    private static CmdletInfo Find(string name) => Known.Value.Single(cmdlet => cmdlet.Name == name);

    private static CmdletInfo[] Cmdlets() => Known.Value;

    private static CmdletInfo[] ReadCmdlets()
    {
        using var session = new Session();
        var cmdlets = session.Run("Get-Command -Module Paperspace").All<CmdletInfo>().ToArray();
        // What the engine reads of a command when it is first asked for is read before several tests ask at once.
        foreach (var cmdlet in cmdlets)
            Assert.NotEmpty(cmdlet.ParameterSets.SelectMany(set => set.Parameters).Select(item => cmdlet.Parameters[item.Name]));
        return cmdlets;
    }
}
