using System.Reflection;
using System.Text.RegularExpressions;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Conventions;

/// <summary>The page about the two APIs says of each option of machines whether an API lacks it.</summary>
public sealed partial class ApiDocumentTests
{
    private static string Page { get; } = File.ReadAllText(RepositoryPaths.In("docs/apis.md"));

    public static TheoryData<string, PaperspaceApiVersion> Cmdlets { get; } =
    [
        .. from cmdlet in new[] { "New-PsMachine", "Set-PsMachine" }
           from api in Enum.GetValues<PaperspaceApiVersion>()
           select (cmdlet, api),
    ];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_page_lists_exactly_the_options_that_an_API_lacks(string cmdlet, PaperspaceApiVersion api)
    {
        using var client =
            api == PaperspaceApiVersion.V1 ? TestClient.OfV1(new Uri("http://127.0.0.1:9")) : TestClient.Of(new Uri("http://127.0.0.1:9"));
        var lacked = cmdlet == "New-PsMachine"
            ? FindLacked<MachineCreateOptions>(Requests.Smallest, client.Machines.Validate)
            : FindLacked<MachineUpdateOptions>(() => new MachineUpdateOptions(), client.Machines.Validate);
        Assert.Equal(
            lacked.Order(StringComparer.Ordinal),
            FindDocumented(cmdlet, column: api == PaperspaceApiVersion.Core ? 1 : 2).Order(StringComparer.Ordinal));
    }

    /// <summary>Options that are given together or not at all.</summary>
    private static string[] NewUser { get; } = ["Email", "Password", "FirstName", "LastName"];

    private static IEnumerable<string> FindLacked<T>(Func<T> create, Action<T> validate)
        where T : OptionSet
    {
        foreach (
            var property in typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => property.CanWrite))
        {
            var options = create();
            // Null is no value that a rule could be about, but is one that is sent.
            property.SetValue(options, null);
            // Some values are checked before it is looked whether the API has the option at all.
            if (property.Name is "MachineType" or "NetworkId") property.SetValue(options, "P4000");
            if (property.Name is "Size") property.SetValue(options, 50);
            if (NewUser.Contains(property.Name)) foreach (var name in NewUser) typeof(T).GetProperty(name)!.SetValue(options, "x");
            if (Record.Exception(() => validate(options)) is PaperspaceException { Reason: PaperspaceErrorReason.NotSupported })
                yield return property.Name.Replace("AccessorIds", "AccessorId", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> FindDocumented(string cmdlet, int column) =>
        from row in Page.Split($"\n### {cmdlet}\n")[1].Split("\n### ")[0].Split('\n')
        let cells = row.Trim('|', ' ').Split('|')
        where cells.Length == 3 && cells[column].TrimStart().StartsWith("not supported", StringComparison.Ordinal)
        from Match parameter in Parameter().Matches(cells[0])
        select parameter.Groups[1].Value;

    [GeneratedRegex(@"`-(\w+)`")]
    private static partial Regex Parameter();
}
