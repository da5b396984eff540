using System.Reflection;
using Paperspace.Client;
using Paperspace.Tests.Support;
using Paperspace.Tests.V1;

namespace Paperspace.Tests.Conventions;

/// <summary>Every method of every noun's client sends a request on each API, or stands in the list of what that API lacks.</summary>
public sealed class NounClientTests
{
    /// <summary>Methods that send nothing by themselves.</summary>
    private static IReadOnlyList<string> Local { get; } = ["IMachineClient.Validate", "IMachineClient.Track", "IMachineClient.get_AvailabilityTypes"];

    /// <summary>What an API lacks.</summary>
    private static IReadOnlyList<(PaperspaceApiVersion Api, string Method)> Lacks { get; } =
    [
        (PaperspaceApiVersion.Core, "IMachineClient.ListAccess"),
        (PaperspaceApiVersion.V1, "IMachineClient.GetUtilizationAsync"),
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
    public async Task A_method_sends_a_request_or_is_known_to_be_lacked(PaperspaceApiVersion api, string name)
    {
        await using var server = ScriptedServer.Replying(request => api == PaperspaceApiVersion.V1 ? V1Reply.To(request) : Reply.To(request));
        using var client = api == PaperspaceApiVersion.V1 ? TestClient.OfV1(server.BaseUri) : TestClient.Of(server.BaseUri);
        var noun = Nouns().Single(item => name.StartsWith(item.PropertyType.Name + ".", StringComparison.Ordinal));
        var method = noun.PropertyType.GetMethods().Single(item => name.EndsWith("." + item.Name, StringComparison.Ordinal));

        var error = await Record.ExceptionAsync(() => CallAsync(noun.GetValue(client)!, method));

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

    private static IEnumerable<PropertyInfo> Nouns() => typeof(IPaperspaceClient).GetProperties().Where(property => property.PropertyType.IsInterface);

    private static async Task CallAsync(object client, MethodInfo method)
    {
        object? result;
        try
        {
            result = method.Invoke(client, [.. method.GetParameters().Select(Argument)]);
        }
        catch (TargetInvocationException thrown)
        {
            throw thrown.InnerException!;
        }

        var pager = result!.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPager<>));
        await (Task)(pager is null ? result : pager.GetMethod("NextAsync")!.Invoke(result, [TestContext.Current.CancellationToken])!);
    }

    private static object? Argument(ParameterInfo parameter) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => CancellationToken.None,
        { ParameterType: var type } when type == typeof(MachineCreateOptions) => Requests.Smallest(),
        { ParameterType: var type } when type == typeof(MachineUpdateOptions) => new MachineUpdateOptions { PerformAutoSnapshot = true },
        { ParameterType: var type } when type == typeof(BillingMonth) => new BillingMonth("2022-03"),
        { ParameterType: var type } when type == typeof(WaitUntil) => WaitUntil.Started,
        { ParameterType: var type } when type == typeof(MachineWaitOptions) => new MachineWaitOptions { Timeout = TimeSpan.Zero },
        { ParameterType: var type } when type == typeof(IReadOnlyCollection<MachineWaitCondition>) => new[] { MachineWaitCondition.ForState("psec02yp2", "ready") },
        { HasDefaultValue: true } => parameter.DefaultValue,
        { Name: "region" } => "NY2",
        { Name: "machineType" } => "P4000",
        { ParameterType: var type } when type == typeof(string) => "psec02yp2",
        _ => null,
    };
}
