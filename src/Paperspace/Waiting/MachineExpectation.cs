namespace Paperspace;

/// <summary>What one machine is waited for.</summary>
public sealed class MachineExpectation
{
    private MachineExpectation(string machineId, string? state, string? action, MachineBaseline? baseline)
    {
        MachineId = machineId ?? throw new ArgumentNullException(nameof(machineId));
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

    /// <summary>Whether the action changes nothing and the machine was in the state already: then there is nothing to wait for.</summary>
    public bool IsMetByBaseline => Baseline is { } baseline && Action is { } action && baseline.MakesNoOp(action) && IsMetIn(baseline.Machine.State);

    /// <summary>The machine is to be in this state, with nothing under way that leads elsewhere.</summary>
    public static MachineExpectation InState(string machineId, string state) =>
        new(machineId, state ?? throw new ArgumentNullException(nameof(state)), null, null);

    /// <summary>The action, taken after the baseline, is to end in this state.</summary>
    public static MachineExpectation AfterAction(string machineId, string action, string state, MachineBaseline baseline) => new(
        machineId,
        state ?? throw new ArgumentNullException(nameof(state)),
        action ?? throw new ArgumentNullException(nameof(action)),
        baseline ?? throw new ArgumentNullException(nameof(baseline)));

    /// <summary>The machine is to be gone.</summary>
    public static MachineExpectation Gone(string machineId, MachineBaseline? baseline = null) =>
        new(machineId, null, MachineEventNames.Deactivate, baseline);

    /// <summary>Whether a machine in this state is where it is expected to be, as far as the state tells.</summary>
    public bool IsMetIn(string? state) => State is { } wanted && MachineStates.Satisfies(state, wanted);
}
