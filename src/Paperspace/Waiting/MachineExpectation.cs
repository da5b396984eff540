namespace Paperspace;

/// <summary>What one machine is waited for.</summary>
public sealed class MachineExpectation
{
    private MachineExpectation(string machineId, string? state, string? action, MachineBaseline? baseline)
    {
        MachineId = machineId;
        State = state;
        Action = action;
        Baseline = baseline;
    }

    /// <summary>The machine's id.</summary>
    public string MachineId { get; }

    /// <summary>The state it is to reach; null when it is to be gone.</summary>
    public string? State { get; }

    /// <summary>The name of the event that the action causes; null when no particular action is awaited.</summary>
    public string? Action { get; }

    /// <summary>Where it stood before the action; null when no particular action is awaited.</summary>
    public MachineBaseline? Baseline { get; }

    /// <summary>The machine is to be in this state, with nothing under way that leads elsewhere.</summary>
    public static MachineExpectation InState(string machineId, string state) => new(machineId, state, null, null);

    /// <summary>The action, taken after the baseline, is to end in this state.</summary>
    public static MachineExpectation AfterAction(string machineId, string action, string state, MachineBaseline baseline) =>
        new(machineId, state, action, baseline);

    /// <summary>The machine is to be gone.</summary>
    public static MachineExpectation Gone(string machineId, MachineBaseline? baseline = null) =>
        new(machineId, null, MachineEventNames.Deactivate, baseline);
}
