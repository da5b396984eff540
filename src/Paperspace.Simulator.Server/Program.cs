using System.Globalization;
using System.Runtime.InteropServices;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

const int BadArguments = 2;

try
{
    var arguments = ServerArguments.Parse(args);
    if (arguments.WantsHelp)
    {
        Console.WriteLine(ServerArguments.Help);
        return 0;
    }

    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    var options = arguments.Options;
    await using var server = await SimulatorServer.StartAsync(new SimulatedPaperspace(options), arguments.Port);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Simulated Paperspace on http://127.0.0.1:{server.BaseUri.Port} ({options.Machines} machines, speed {options.Speed})"));
    Console.WriteLine($"V1 API on {server.V1BaseUri}");
    await stop.Task;
    return 0;

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.TrySetResult();
    }
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message} See --help.");
    return BadArguments;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
