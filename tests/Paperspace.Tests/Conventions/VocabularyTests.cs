using System.Text.RegularExpressions;

namespace Paperspace.Tests.Conventions;

/// <summary>Types have the field's standard names, and an API's own names stay in its folder.</summary>
public sealed partial class VocabularyTests
{
    /// <summary>Names of fields of the Core API that no other text would have by chance.</summary>
    private static readonly string[] CoreFields =
    [
        "machineName", "shutdownTimeoutInHours", "shutdownTimeoutForces", "performAutoSnapshot", "dynamicPublicIp", "assignPublicIp",
        "storageUtilization", "markSnapshotAsRestorePoint", "notificationEmail", "errorMsg",
        "createSingleMachinePublic", "getMachinePublic", "getMachines", "updateMachinePublic", "setMachineAccess", "X-Api-Key",
    ];

    private static readonly string[] V1Fields =
    [
        "autoShutdownTimeout",
        "autoShutdownEnabled",
        "autoShutdownForce",
        "autoSnapshotEnabled",
        "publicIpType",
        "diskSize",
        "startupScriptId",
        "operatingSystemLabel",
        "machine-events",
        "os-templates",
        "private-networks",
        "restorePointEnabled",
    ];

    private static string Sources { get; } = Path.Combine(Root(), "src");

    public static TheoryData<string> Projects { get; } =
    ["Paperspace", "Paperspace.Client", "Paperspace.PowerShell", "Paperspace.Simulator"];

    public static TheoryData<string> AllProjects { get; } =
    [.. Directory.EnumerateFiles(Sources, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_has_a_word_that_nobody_would_look_for(string project)
    {
        var types = Files(project)
            .SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToArray();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => Forbidden().IsMatch(type));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_Core_APIs_names_stand_in_its_folder_only(string project) => Assert.Empty(Uses(project, "Core", CoreFields));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_V1_APIs_names_stand_in_its_folder_only(string project) => Assert.Empty(Uses(project, "V1", V1Fields));

    [Fact]
    public void The_summary_of_each_public_property_of_the_contracts_begins_with_Gets() => Assert.Empty(
        from file in Files("Paperspace")
        from Match property in PropertySummary().Matches(File.ReadAllText(file))
        where !property.Groups[1].Value.StartsWith("Gets ", StringComparison.Ordinal)
        select $"{Path.GetRelativePath(Sources, file)}: {property.Groups[1].Value}");

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void A_summary_begins_with_a_verb_in_the_third_person(string project)
    {
        var summaries = Files(project)
            .SelectMany(file =>
                MemberSummary()
                    .Matches(File.ReadAllText(file))
                    .Select(summary => (File: file, Text: summary.Groups[1].Value, Member: summary.Groups[2].Value)))
            .Where(summary => !Value().IsMatch(summary.Member))
            .ToArray();
        Assert.NotEmpty(summaries);
        Assert.Empty(
            from summary in summaries
            where !Verb().IsMatch(summary.Text) || NoVerb().IsMatch(summary.Text)
            select $"{Path.GetRelativePath(Sources, summary.File)}: {summary.Text}");
    }

    private static IEnumerable<string> Uses(string project, string folder, string[] names) =>
        from file in Files(project)
        where !Path.GetRelativePath(Path.Combine(Sources, project), file).Split(Path.DirectorySeparatorChar).Contains(folder)
        let literals = Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).ToArray()
        from name in names
        where literals.Any(literal => literal.Split('/').Contains(name))
        select $"{Path.GetRelativePath(Sources, file)}: {name}";

    private static IEnumerable<string> Files(string project) => Directory
        .EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Sources, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Paperspace.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(
        @"^\s*(?:public|internal|private|protected).*?\b(?:class|struct|interface|enum|record(?: struct)?) +(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeName();

    /// <summary>A summary, the lines between, and a property that is no constant, field, method or type.</summary>
    [GeneratedRegex(
        @"/// <summary>([^\n]*)\n(?:[ \t]*(?:///|\[)[^\n]*\n)*[ \t]*public (?!const|class|sealed|static class|enum|event|delegate)"
            + @"[^\n(=]*?(?:\{ get|=> |\n[ \t]*\{\n[ \t]*get)")]
    private static partial Regex PropertySummary();

    /// <summary>A summary, and the line that declares what it is of, after other documentation, comments and attributes.</summary>
    [GeneratedRegex(@"/// <summary>\s*(?:///\s*)?([^\n]*)\n(?:[ \t]*(?://|\[|#)[^\n]*\n)*[ \t]*([^\n]*)")]
    private static partial Regex MemberSummary();

    /// <summary>A member of an enum, a constant or a field, which a noun describes: it is a value.</summary>
    [GeneratedRegex(@"^[A-Z]\w*(?: = [^;{(]+)?,?$|\bconst |^[^({=]*(?:;|= )")]
    private static partial Regex Value();

    [GeneratedRegex(@"^[A-Z][a-z]*s\b")]
    private static partial Regex Verb();

    /// <summary>Words that end as verbs do.</summary>
    [GeneratedRegex(
        "^(?:This|Its|Unless|Others|Bytes|Errors|Events|Headers|Hours|Lines|Machines|Months|Options|"
            + "Services|Settings|Users|Utilizations|Values|Years)\\b")]
    private static partial Regex NoVerb();

    [GeneratedRegex(
        "Judge|Sighting|Interest$|Arrival|Expectation|Baseline|LookPlan|Fanout|Settle|Hints|Guide$|Wiretap|Chance|Pace$|Boot$|Fleet|"
            + "Answers?$|Mask$|Plain|Wire(?!d)|Batch|Directory$|Lab$|Colour")]
    private static partial Regex Forbidden();

    [GeneratedRegex("\"([^\"\\\\\\r\\n]*)\"")]
    private static partial Regex Literal();
}
