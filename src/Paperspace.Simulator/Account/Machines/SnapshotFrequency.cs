namespace Paperspace.Simulator;

/// <summary>Says how often a machine's disk is saved automatically.</summary>
internal enum SnapshotFrequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
}
