namespace Paperspace.Module.Tests.Support;

/// <summary>Runs scripts in fresh processes of PowerShell that have no module of ours at the start.</summary>
internal static class Engine
{
    /// <summary>Gets the manifest of the foreign module.</summary>
    public static string ForeignModule => RepositoryPaths.Built("tests/ForeignModule", "net8.0", "ForeignModule.psd1");

    /// <summary>
    /// Runs a script, which must succeed, and gives what it wrote: a line for each object.
    /// <c>$env:PaperspaceModule</c> and <c>$env:ForeignModule</c> say where the modules are.
    /// </summary>
    public static async Task<string[]> RunAsync(string script, params IEnumerable<(string Name, string Value)> environment)
    {
        var result = await Pwsh.RunScriptAsync(
            script, [("PaperspaceModule", RepositoryPaths.Module), ("ForeignModule", ForeignModule), .. environment]);
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        return result.Lines;
    }
}
