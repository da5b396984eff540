namespace Paperspace;

/// <summary>A wait under way: batches of machines that arrived or failed, until all have.</summary>
public interface IMachineWait : IBatches<MachineArrival>
{
    /// <summary>How far the wait is, as of the last poll.</summary>
    MachineWaitProgress Progress { get; }
}
