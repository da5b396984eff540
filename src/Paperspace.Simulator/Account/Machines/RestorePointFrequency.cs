namespace Paperspace.Simulator;

/// <summary>Says when a machine's disk is set back to its restore point.</summary>
internal enum RestorePointFrequency
{
    Shutdown,
}
