namespace Paperspace.Simulator;

/// <summary>Says which kind of public address a machine has.</summary>
internal enum SimulatedPublicIpType
{
    None,
    Dynamic,
    Static,
}
