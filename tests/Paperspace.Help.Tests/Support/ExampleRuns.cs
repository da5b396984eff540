namespace Paperspace.Help.Tests.Support;

/// <summary>Runs the examples of all cmdlets, each in a session of its own, several at a time: most of them wait for a machine.</summary>
public sealed class ExampleRuns
{
    private const int MaxParallelRuns = 8;

    private readonly SemaphoreSlim _places = new(MaxParallelRuns);
    private readonly Lazy<Dictionary<(string Name, int Number), Task<Outcome>>> _runs;

    public ExampleRuns() => _runs = new(() => Documentation.CmdletNames
        .SelectMany(name => Documentation.Cmdlet(name).Examples.Select((example, index) => (name, index, example.Code)))
        .ToDictionary(each => (each.name, each.index + 1), each => RunAsync(each.Code)));

    /// <summary>Returns the outcome of an example.</summary>
    public Task<Outcome> GetAsync(string name, int number) => _runs.Value[(name, number)];

    private static Outcome Run(string code)
    {
        using var reader = new Reader();
        return reader.Type(code);
    }

    private async Task<Outcome> RunAsync(string code)
    {
        await _places.WaitAsync();
        try
        {
            return await Task.Run(() => Run(code));
        }
        finally
        {
            _places.Release();
        }
    }
}
