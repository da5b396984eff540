namespace Paperspace.Simulator;

/// <summary>Names the states of a machine. A seeded machine may have any other.</summary>
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

    /// <summary>Returns whether time in the state is billed.</summary>
    public static bool IsRunning(string state) => state is not (Off or Starting or Provisioning);
}

/// <summary>Represents the state of a machine from a moment on, with its dynamic public IP address.</summary>
internal readonly record struct StateStep(DateTimeOffset At, string State, string? DynamicIp = null);
