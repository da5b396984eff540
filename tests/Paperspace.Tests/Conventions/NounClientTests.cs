using System.Reflection;
using Paperspace.Tests.Support;
using Paperspace.Tests.V1;

namespace Paperspace.Tests.Conventions;

/// <summary>Every method of every noun's client sends a request on each API, or stands in the list of what that API lacks.</summary>
public sealed class NounClientTests
{
    /// <summary>Methods that send nothing by themselves.</summary>
    private static IReadOnlyList<string> Local { get; } =
    [
        "IMachineClient.Track",
        "IMachineClient.Validate",
        "IMachineClient.get_AvailabilityTypes",
        "INetworkClient.Require",
        "IPublicIpClient.Require",
        "IScriptClient.Require",
        "IScriptClient.Validate",
        "ISharedDriveClient.Require",
        "ISnapshotClient.Require",
        "ITemplateClient.Require",
    ];

    /// <summary>What an API lacks.</summary>
    private static IReadOnlyList<(PaperspaceApiVersion Api, string Method)> Lacks { get; } =
    [
        (PaperspaceApiVersion.Core, "IMachineClient.GetDesktopsAsync"),
        (PaperspaceApiVersion.Core, "IMachineClient.ListAccess"),
        (PaperspaceApiVersion.Core, "INetworkClient.CreateAsync"),
        (PaperspaceApiVersion.Core, "INetworkClient.DeleteAsync"),
        (PaperspaceApiVersion.Core, "INetworkClient.UpdateAsync"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.AssignAsync"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.ClaimAsync"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.GetAsync"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.List"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.ReleaseAsync"),
        (PaperspaceApiVersion.Core, "IPublicIpClient.UnassignAsync"),
        (PaperspaceApiVersion.Core, "IScriptClient.AssignAsync"),
        (PaperspaceApiVersion.Core, "IScriptClient.UnassignAsync"),
        (PaperspaceApiVersion.Core, "IScriptClient.UpdateAsync"),
        (PaperspaceApiVersion.Core, "ISharedDriveClient.CreateAsync"),
        (PaperspaceApiVersion.Core, "ISharedDriveClient.DeleteAsync"),
        (PaperspaceApiVersion.Core, "ISharedDriveClient.GetAsync"),
        (PaperspaceApiVersion.Core, "ISharedDriveClient.List"),
        (PaperspaceApiVersion.Core, "ISharedDriveClient.UpdateAsync"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.CreateAsync"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.DeleteAsync"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.GetAsync"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.List"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.RestoreAsync"),
        (PaperspaceApiVersion.Core, "ISnapshotClient.UpdateAsync"),
        (PaperspaceApiVersion.Core, "ITemplateClient.CreateAsync"),
        (PaperspaceApiVersion.Core, "ITemplateClient.DeleteAsync"),
        (PaperspaceApiVersion.Core, "ITemplateClient.UpdateAsync"),
        (PaperspaceApiVersion.V1, "IScriptClient.GetTextAsync"),
    ];

    public static TheoryData<PaperspaceApiVersion, string> Methods { get; } =
    [
        .. from api in Enum.GetValues<PaperspaceApiVersion>()
           from noun in Nouns()
           from method in noun.PropertyType.GetMethods()
           let name = $"{noun.PropertyType.Name}.{method.Name}"
           where !Local.Contains(name)
           select (api, name),
    ];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_sends_a_request_or_is_listed_as_missing(PaperspaceApiVersion api, string name)
    {
        await using var server = ScriptedServer.Replying(request =>
            api == PaperspaceApiVersion.V1 ? V1Reply.To(request) : Reply.To(request));
        using var client = api == PaperspaceApiVersion.V1 ? TestClient.OfV1(server.BaseUri) : TestClient.Of(server.BaseUri);
        var noun = Nouns().Single(item => name.StartsWith(item.PropertyType.Name + ".", StringComparison.Ordinal));
        var method = noun.PropertyType.GetMethods().Single(item => name.EndsWith("." + item.Name, StringComparison.Ordinal));

        var error = await Record.ExceptionAsync(() => CallAsync(noun.GetValue(client)!, method, api));

        if (Lacks.Contains((api, name)))
        {
            Assert.Equal(PaperspaceErrorReason.NotSupported, Assert.IsType<PaperspaceException>(error).Reason);
            Assert.Contains($"The {api} API", error.Message, StringComparison.Ordinal);
            Assert.Empty(server.Requests);
            return;
        }

        Assert.Null(error);
        Assert.NotEmpty(server.Requests);
    }

    private static IEnumerable<PropertyInfo> Nouns() =>
        typeof(IPaperspaceClient).GetProperties().Where(property => property.PropertyType.IsInterface);

    private static async Task CallAsync(object client, MethodInfo method, PaperspaceApiVersion api)
    {
        object? result;
        try
        {
            result = method.Invoke(client, [.. method.GetParameters().Select(parameter => Argument(parameter, api))]);
        }
        catch (TargetInvocationException thrown)
        {
            throw thrown.InnerException!;
        }

        var pager = result!
            .GetType()
            .GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPager<>));
        await (Task)(pager is null ? result : pager.GetMethod("NextAsync")!.Invoke(result, [TestContext.Current.CancellationToken])!);
    }

    private static object? Argument(ParameterInfo parameter, PaperspaceApiVersion api) =>
        parameter switch
        {
            { ParameterType: var type } when type == typeof(CancellationToken) => CancellationToken.None,
            { ParameterType: var type } when type == typeof(MachineCreateOptions) => Requests.Smallest(),
            { ParameterType: var type } when type == typeof(MachineUpdateOptions) => new MachineUpdateOptions
            {
                PerformAutoSnapshot = true,
            },
            { ParameterType: var type } when type == typeof(NetworkCreateOptions) => new NetworkCreateOptions
            {
                Name = "lab",
                Region = "NY2",
            },
            { ParameterType: var type } when type == typeof(NetworkUpdateOptions) => new NetworkUpdateOptions { Name = "lab" },
            { ParameterType: var type } when type == typeof(ScriptCreateOptions) => new ScriptCreateOptions
            {
                Name = "boot",
                Text = "echo hi",
            },
            { ParameterType: var type } when type == typeof(ScriptUpdateOptions) => new ScriptUpdateOptions { IsEnabled = false },
            { ParameterType: var type } when type == typeof(SnapshotCreateOptions) => new SnapshotCreateOptions
            {
                Name = "before",
                MachineId = "psm9u09bwu5i",
            },
            { ParameterType: var type } when type == typeof(SnapshotUpdateOptions) => new SnapshotUpdateOptions { Name = "before" },
            { ParameterType: var type } when type == typeof(IReadOnlyList<BillingMonth>) => new[] { new BillingMonth("2022-03") },
            { ParameterType: var type } when type == typeof(WaitUntil) => WaitUntil.Started,
            { ParameterType: var type } when type == typeof(MachineWaitOptions) => new MachineWaitOptions { Timeout = TimeSpan.Zero },
            { ParameterType: var type } when type == typeof(IReadOnlyCollection<Operation>) => new[]
            {
                Operation.ForState("psec02yp2", "ready"),
            },
            { ParameterType: var type } when type == typeof(RestRequestOptions) => new RestRequestOptions
            {
                Path = api == PaperspaceApiVersion.V1 ? "machines" : "machines/getMachines",
            },
            { ParameterType: var type } when type == typeof(SharedDriveUpdateOptions) => new SharedDriveUpdateOptions { Name = "other" },
            { ParameterType: var type } when type == typeof(SharedDriveCreateOptions) => new SharedDriveCreateOptions
            {
                Name = "data",
                Size = 250,
                Region = "NY2",
                NetworkId = "nwhoe4ox",
            },
            { HasDefaultValue: true } => parameter.DefaultValue,
            { Name: "ip" } => "198.51.100.7",
            { Name: "region" } => "NY2",
            { Name: "machineType" } => "P4000",
            { ParameterType: var type } when type == typeof(TemplateCreateOptions) => new TemplateCreateOptions
            {
                Name = "base",
                MachineId = "ps8k2v5tq1zn",
            },
            { ParameterType: var type } when type == typeof(TemplateUpdateOptions) => new TemplateUpdateOptions { Name = "base" },
            { Name: "templateId" } => api == PaperspaceApiVersion.V1 ? "tbwb4c3s" : "tpx5mr6b",
            { Name: "networkId" } => "nwhoe4ox",
            { Name: "scriptId" } => "scq8d2m1x",
            { Name: "snapshotId" } => "slqafgu4n6gxge",
            { ParameterType: var type } when type == typeof(string) => "psec02yp2",
            _ => null,
        };
}
