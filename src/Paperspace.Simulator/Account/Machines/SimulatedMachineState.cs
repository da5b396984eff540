namespace Paperspace.Simulator;

/// <summary>Names the states of a machine. A seeded machine may be in any other.</summary>
internal static class SimulatedMachineState
{
    public const string Off = "off";
    public const string Starting = "starting";
    public const string Stopping = "stopping";
    public const string Restarting = "restarting";
    public const string ServiceReady = "serviceready";
    public const string Ready = "ready";
    public const string Upgrading = "upgrading";
    public const string Provisioning = "provisioning";

    /// <summary>Tells whether a machine in the state uses hours that are billed.</summary>
    public static bool IsRunning(string state) => state is not (Off or Starting or Provisioning);
}
