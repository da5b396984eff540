using System.Text.RegularExpressions;

namespace Paperspace.Tests.Conventions;

/// <summary>The names of an API's fields and paths stand in its own folders.</summary>
public sealed partial class ApiNameTests
{
    /// <summary>Names of the Core API that no other text would have by chance.</summary>
    private static readonly string[] CoreNames =
    [
        "machineName", "shutdownTimeoutInHours", "shutdownTimeoutForces", "performAutoSnapshot", "dynamicPublicIp", "assignPublicIp",
        "storageUtilization", "markSnapshotAsRestorePoint", "notificationEmail", "errorMsg",
        "createSingleMachinePublic", "getMachinePublic", "getMachines", "updateMachinePublic", "setMachineAccess", "X-Api-Key",
    ];

    /// <summary>Names of the V1 API that no other text would have by chance.</summary>
    private static readonly string[] V1Names =
    [
        "autoShutdownTimeout", "autoShutdownEnabled", "autoShutdownForce", "autoSnapshotEnabled", "publicIpType", "diskSize",
        "startupScriptId", "operatingSystemLabel", "machine-events", "os-templates", "private-networks", "restorePointEnabled",
    ];

    public static TheoryData<string> Projects { get; } =
        ["Paperspace", "Paperspace.Client", "Paperspace.PowerShell", "Paperspace.Simulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Names_of_the_Core_API_are_only_in_its_folder(string project) => AssertOnlyIn("Core", project, CoreNames);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Names_of_the_V1_API_are_only_in_its_folder(string project) => AssertOnlyIn("V1", project, V1Names);

    /// <summary>The names themselves are up to date: each is in use in the client.</summary>
    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public void Each_name_is_used_in_the_folder_of_its_API(string folder)
    {
        var used = Uses("Paperspace.Client", folder == "Core" ? CoreNames : V1Names)
            .Where(use => IsIn(folder, use.File))
            .Select(use => use.Name)
            .ToHashSet();
        Assert.Empty((folder == "Core" ? CoreNames : V1Names).Except(used));
    }

    private static void AssertOnlyIn(string folder, string project, string[] names) =>
        Assert.Empty(Uses(project, names).Where(use => !IsIn(folder, use.File)).Select(use => $"{use.File}: {use.Name}"));

    private static bool IsIn(string folder, string file) => file.Split(Path.DirectorySeparatorChar).Contains(folder);

    private static IEnumerable<(string File, string Name)> Uses(string project, string[] names)
    {
        var folder = RepositoryPaths.In($"src/{project}");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))];
        Assert.NotEmpty(files);
        return from file in files
               from Match literal in Literal().Matches(File.ReadAllText(Path.Combine(folder, file)))
               from name in names
               where literal.Groups[1].Value.Split('/').Contains(name)
               select (file, name);
    }

    [GeneratedRegex("\"([^\"\\\\\\r\\n]*)\"")]
    private static partial Regex Literal();
}
