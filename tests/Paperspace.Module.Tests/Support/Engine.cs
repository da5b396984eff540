namespace Paperspace.Module.Tests.Support;

/// <summary>A fresh engine that has no module at the start.</summary>
internal static class Engine
{
    /// <summary>
    /// Runs a script, which must succeed, and gives what it wrote: a line for each object.
    /// <c>$env:PaperspaceModule</c> and <c>$env:ForeignModule</c> say where the modules are.
    /// </summary>
    public static async Task<string[]> RunAsync(string script, params (string Name, string Value)[] environment)
    {
        using var cache = new TemporaryFolder();
        var outcome = await ChildProcess.RunAsync(
            Repository.EngineHost,
            [],
            script,
            [
                ("PaperspaceModule", Repository.Module),
                ("ForeignModule", Repository.ForeignModule),
                // The engine remembers what it found in modules; what these tests find is nothing to remember.
                ("PSModuleAnalysisCachePath", cache.In("cache")),
                .. environment,
            ]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return outcome.Lines;
    }
}
