using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Properties;

/// <summary>Whatever comes, each operation reads it or throws the one exception.</summary>
public sealed class AnyBodyTests
{
    private const int Deepest = 4;

    /// <summary>Names that the API uses, among others, so that values meet fields of another type.</summary>
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf(
            "id",
            "name",
            "ram",
            "cpus",
            "state",
            "dtCreated",
            "events",
            "dynamicPublicIp",
            "usageRate",
            "machineId",
            "utilization",
            "storageUtilization",
            "secondsUsed",
            "hourlyRate",
            "monthlyRate",
            "billingMonth",
            "available",
            "label",
            "os",
            "error",
            "message",
            "status",
            "errors",
            "handle",
            "internalId"),
        Gen.String[0, 8]);

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.Const("null"), Gen.Const("true"), Gen.Const("false"), Gen.Const("\"\""), Gen.Const("1e400"), Gen.Const("-0"),
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Decimal.Select(number => $"\"{number.ToString(CultureInfo.InvariantCulture)}\""),
        Gen.DateTimeOffset.Select(time => $"\"{time:O}\""),
        Gen.String.Select(Quoted));

    private static readonly Gen<string> Value = ValueOf(Deepest);

    public static TheoryData<string> Readers { get; } = ["show", "list", "utilization", "availability", "templates", "create"];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Any_JSON_is_read_or_rejected(string operation) => await EachAsync(
        Gen.OneOf(Value, ObjectOf(Deepest), ArrayOf(Deepest)).Select(Encoding.UTF8.GetBytes), 200, operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Any_bytes_are_read_or_rejected(string operation) => await EachAsync(Gen.Byte.Array, 200, operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Any_part_of_a_response_is_read_or_rejected(string operation) => await EachAsync(
        Gen.Select(Gen.OneOf("spec-show", "spec-list", "spec-utilization", "docs-templates-2022"), Gen.Int[0, 2000], Gen.Byte.Array[0, 3])
            .Select((example, length, junk) => (byte[])[.. Encoding.UTF8.GetBytes(Examples.Text(example)).Take(length), .. junk]),
        200,
        operation);

    [Fact]
    public async Task Any_bytes_with_an_error_status_are_an_error() => await EachAsync(Gen.Byte.Array, 400, "show");

    [Fact]
    public async Task Any_JSON_with_an_error_status_is_an_error() => await EachAsync(Value.Select(Encoding.UTF8.GetBytes), 500, "start");

    [Fact]
    public void Any_text_is_sanitized() =>
        Gen.String.Sample(text =>
            TerminalText.Sanitize(text).All(c => !char.IsControl(c)) && TerminalText.Sanitize(text).Length == text.Length);

    [Fact]
    public void Any_id_is_safe_in_a_path_or_rejected() => Gen.String.Sample(id =>
    {
        try
        {
            var safe = ResourceId.Require(id, "machineId");
            return new Uri($"http://localhost/machines/{safe}/start").AbsolutePath == $"/machines/{safe}/start"
                && Uri.EscapeDataString(safe) == safe;
        }
        catch (PaperspaceException error)
        {
            return error.Reason == PaperspaceErrorReason.InvalidRequest && !error.Message.Any(char.IsControl);
        }
    });

    private static async Task EachAsync(Gen<byte[]> bodies, int status, string operation)
    {
        var body = Array.Empty<byte>();
        await using var server = ScriptedServer.Replying(_ => Reply.Whole(status, body, "Content-Type: application/json"));
        using var client = TestClient.Of(server.BaseUri, retries: 0);
        await bodies.SampleAsync(
            async sample =>
            {
                body = sample;
                await ReadOrRefusedAsync(client, operation, status);
            },
            iter: 300,
            threads: 1);
    }

    private static async Task ReadOrRefusedAsync(PaperspaceClient client, string operation, int status)
    {
        try
        {
            await Requests.Operations[operation](client, default);
            Assert.Equal(200, status);
        }
        catch (PaperspaceException error)
        {
            Assert.Equal(status, error.Status);
            Assert.DoesNotContain(error.Message, char.IsControl);
        }
    }

    private static Gen<string> ValueOf(int depth) => depth == 0 ? Scalar : Gen.OneOf(Scalar, ObjectOf(depth), ArrayOf(depth));

    private static Gen<string> ObjectOf(int depth) =>
        Gen.Select(Name, ValueOf(depth - 1))
            .Select((name, value) => $"{Quoted(name)}:{value}")
            .Array[0, 5]
            .Select(fields => $"{{{string.Join(",", fields)}}}");

    private static Gen<string> ArrayOf(int depth) => ValueOf(depth - 1).Array[0, 4].Select(items => $"[{string.Join(",", items)}]");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
