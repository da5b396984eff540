using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace Paperspace.PowerShell.Tests.Conventions;

/// <summary>What holds for every cmdlet of the module.</summary>
public sealed class CmdletConventions : IDisposable
{
    private static readonly string[] Changing =
        ["New", "Set", "Remove", "Start", "Stop", "Restart", "Restore", "Grant", "Revoke", "Export", "Invoke", "Enter", "Copy", "Receive"];

    /// <summary>The types of parameters that take secrets.</summary>
    private static readonly string[] Secrets = ["ApiKey", nameof(SecureString), nameof(PSCredential)];

    private static readonly string[] WithoutPipelineInput = ["Connect-PsAccount"];

    /// <summary>Names that the API or the web cmdlets of PowerShell give to the same thing.</summary>
    private static readonly string[] NamesOfOthers =
    [
        "ShutdownTimeoutInHours",
        "ShutdownTimeoutForces",
        "Cpus",
        "Os",
        "ProxyUseDefaultCredentials",
        "MigrateMachines",
        "FollowPages",
    ];

    private readonly Session _session = new();

    public static TheoryData<string> Names => [.. Cmdlets().Select(cmdlet => cmdlet.Name)];

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_manifest_exports_the_cmdlets_of_the_assembly_and_no_other()
    {
        var assembly = Cmdlets()[0].ImplementingType.Assembly;
        var classes = assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(attribute => $"{attribute.VerbName}-{attribute.NounName}");
        Assert.Equal(classes.Order(), Names.Select(row => row.Data).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_verb_is_approved_and_the_noun_is_prefixed_and_singular(string name)
    {
        var cmdlet = Find(name);
        Assert.Contains(cmdlet.Verb, ApprovedVerbs());
        Assert.StartsWith("Ps", cmdlet.Noun, StringComparison.Ordinal);
        Assert.False(cmdlet.Noun.EndsWith('s') && !cmdlet.Noun.EndsWith("Access", StringComparison.Ordinal), cmdlet.Noun);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_class_is_public_sealed_and_named_after_the_cmdlet(string name)
    {
        var type = Find(name).ImplementingType;
        Assert.True(type.IsPublic && type.IsSealed, type.FullName);
        Assert.Equal("Paperspace.PowerShell", type.Namespace);
        Assert.Equal(name.Replace("-", "", StringComparison.Ordinal) + "Command", type.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_output_type_is_declared(string name) =>
        Assert.NotEmpty(Find(name).ImplementingType.GetCustomAttributes<OutputTypeAttribute>());

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_cmdlets_that_change_something_support_WhatIf(string name)
    {
        var cmdlet = Find(name);
        var attribute = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
        Assert.Equal(Changing.Contains(cmdlet.Verb), attribute.SupportsShouldProcess);
        var impact = cmdlet.Verb is "Remove" or "Restore" ? ConfirmImpact.High : ConfirmImpact.Medium;
        Assert.Equal(attribute.SupportsShouldProcess ? impact : ConfirmImpact.None, attribute.ConfirmImpact);
    }

    [Fact]
    public void A_secret_parameter_is_not_positional()
    {
        var secrets = Names
            .SelectMany(name => OwnParameters(name.Data))
            .Where(parameter => Secrets.Contains(parameter.ParameterType.Name))
            .ToArray();
        Assert.Equal(Secrets.Order(), secrets.Select(parameter => parameter.ParameterType.Name).Distinct().Order());
        Assert.All(
            secrets.SelectMany(parameter => parameter.ParameterSets.Values),
            set => Assert.Equal((int.MinValue, false, false), (set.Position, set.ValueFromPipeline, set.ValueFromRemainingArguments)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_common_parameter_is_redefined(string name)
    {
        var common = typeof(System.Management.Automation.Internal.CommonParameters).GetProperties()
            .Concat(typeof(System.Management.Automation.Internal.ShouldProcessParameters).GetProperties())
            .Select(property => property.Name)
            .ToArray();
        Assert.Empty(OwnParameters(name).Select(parameter => parameter.Name).Intersect(common, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_parameter_set_takes_one_parameter_from_the_pipeline_by_value_or_by_name(string name)
    {
        if (WithoutPipelineInput.Contains(name)) return;
        var cmdlet = Find(name);
        foreach (var set in cmdlet.ParameterSets)
        {
            Assert.Contains(set.Parameters, parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName);
            // Beside it, there may be some that leave what is not theirs, and one that only looks at what was piped.
            Assert.True(
                set.Parameters.Count(parameter =>
                    parameter.ValueFromPipeline && parameter.ParameterType != typeof(PSObject) && !LeavesOthers(cmdlet, parameter)) <= 1,
                set.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_are_singular_Pascal_case_properties_and_no_secret_is_plain_text(string name)
    {
        foreach (var parameter in OwnParameters(name))
        {
            Assert.True(char.IsUpper(parameter.Name[0]), parameter.Name);
            Assert.True(
                !parameter.Name.EndsWith('s')
                    || parameter.Name.EndsWith("Address", StringComparison.Ordinal)
                    || NamesOfOthers.Contains(parameter.Name),
                parameter.Name);
            if (parameter.Name is "Password" or "ApiKey") Assert.NotEqual(typeof(string), parameter.ParameterType);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_except_those_for_connections_has_Account(string name)
    {
        if (Find(name).Noun == "PsAccount") return;
        Assert.Contains("Account", OwnParameters(name).Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData(
        "New-PsMachine",
        "region machineType size billingType machineName templateId teamId assignPublicIp dynamicPublicIp startOnCreate networkId "
            + "scriptId userId email password firstName lastName notificationEmail takeInitialSnapshot markSnapshotAsRestorePoint "
            + "restorePointFrequency enableNvlink"
    )]
    [InlineData("Start-PsMachine", "machineId")]
    [InlineData("Stop-PsMachine", "machineId")]
    [InlineData("Restart-PsMachine", "machineId")]
    [InlineData("Remove-PsMachine", "machineId releasePublicIp")]
    [InlineData(
        "Set-PsMachine",
        "machineId machineName shutdownTimeoutInHours shutdownTimeoutForces autoSnapshotFrequency autoSnapshotSaveCount "
            + "performAutoSnapshot dynamicPublicIp assignPublicIp"
    )]
    [InlineData(
        "Get-PsMachine",
        "limit skip machineId name os ram cpus gpu storageTotal storageUsed usageRate shutdownTimeoutInHours performAutoSnapshot "
            + "autoSnapshotFrequency autoSnapshotSaveCount agentType dtCreated state updatesPending networkId privateIpAddress "
            + "publicIpAddress region userId teamId scriptId dtLastRun"
    )]
    [InlineData("Grant-PsMachineAccess", "machineId userId")]
    [InlineData("Revoke-PsMachineAccess", "machineId userId")]
    [InlineData("Get-PsMachineUtilization", "machineId billingMonth")]
    [InlineData("Wait-PsMachine", "machineId state")]
    [InlineData("Get-PsMachineAvailability", "region machineType")]
    public void Every_parameter_of_the_reference_is_accepted_by_its_name(string name, string reference)
    {
        var taken = Find(name).Parameters.Values.SelectMany(parameter => parameter.Aliases.Append(parameter.Name));
        Assert.Empty(reference.Split(' ').Append("apiKey").Except(taken, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_assembly_of_the_module_has_mutable_static_state()
    {
        var fields = new[] { "Paperspace.PowerShell", "Paperspace" }
            .SelectMany(name => AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == name).GetTypes())
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsLiteral: false, IsInitOnly: false } && !field.Name.Contains('<', StringComparison.Ordinal));
        Assert.Empty(fields.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void No_type_of_a_dependency_is_in_the_public_surface()
    {
        var surface = Cmdlets()[0]
            .ImplementingType.Assembly.GetExportedTypes()
            .SelectMany(type =>
                type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(member =>
                member switch
                {
                    PropertyInfo property => [property.PropertyType],
                    MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
                    _ => Type.EmptyTypes,
                })
            .Select(type => type.Assembly.GetName().Name!)
            .Distinct();
        Assert.DoesNotContain(
            surface,
            name => name is "RestSharp" or "Newtonsoft.Json" or "Paperspace.Client" or "Paperspace.Simulator");
    }

    private static CmdletInfo[] Cmdlets()
    {
        using var session = new Session();
        return [.. session.Run("Get-Command -Module Paperspace").All<CmdletInfo>()];
    }

    private static bool LeavesOthers(CmdletInfo cmdlet, CommandParameterInfo parameter)
    {
        var attribute = cmdlet.ImplementingType.GetProperty(parameter.Name)!.GetCustomAttribute<ArgumentTransformationAttribute>();
        return new[] { "LeavesOthers", "IsStrict" }.Any(name => attribute?.GetType().GetProperty(name)?.GetValue(attribute) is true);
    }

    private static IEnumerable<string> ApprovedVerbs() => typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => (string)field.GetRawConstantValue()!);

    private CmdletInfo Find(string name) => _session.Run($"Get-Command {name}").Single<CmdletInfo>();

    private IEnumerable<ParameterMetadata> OwnParameters(string name)
    {
        var cmdlet = Find(name);
        return cmdlet.Parameters.Values.Where(parameter =>
            cmdlet.ImplementingType.GetProperty(parameter.Name)?.DeclaringType?.Assembly == cmdlet.ImplementingType.Assembly);
    }
}
