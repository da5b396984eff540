namespace Paperspace.Simulator;

internal sealed record MachineSpecification
{
    public const int DefaultShutdownTimeoutInHours = 168;

    public required string Name { get; init; }

    public required SimulatedTemplate Template { get; init; }

    public required string Region { get; init; }

    public required MachineHardware Hardware { get; init; }

    public SimulatedBillingType BillingType { get; init; }

    public string? UserId { get; init; }

    public string? TeamId { get; init; }

    public string? NetworkId { get; init; }

    public string? ScriptId { get; init; }

    public SimulatedPublicIpType PublicIpType { get; init; }

    public bool Starts { get; init; } = true;

    public bool TakesInitialSnapshot { get; init; }

    public bool RestorePointEnabled { get; init; }

    /// <summary>Gets or sets the hours without a login after which the machine is shut down; null for never.</summary>
    public int? ShutdownTimeoutInHours { get; init; } = DefaultShutdownTimeoutInHours;

    public RestorePointFrequency? RestorePointFrequency { get; init; }
}
