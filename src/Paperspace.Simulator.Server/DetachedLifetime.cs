namespace Paperspace.Simulator.Server;

/// <summary>
/// Leaves the signals of the process to the program that starts the server. The default lifetime would take Ctrl+C from a shell or a
/// test run.
/// </summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
