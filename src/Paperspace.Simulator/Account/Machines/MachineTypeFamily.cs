namespace Paperspace.Simulator;

/// <summary>Groups machine types that a machine can be changed between.</summary>
internal enum MachineTypeFamily
{
    Cpu,
    Grid,
    Gpu,
    Ampere,
    Hopper,
}
