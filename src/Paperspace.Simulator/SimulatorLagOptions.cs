namespace Paperspace.Simulator;

/// <summary>
/// Specifies how long responses lag behind accepted changes, on both APIs. All values are zero by default, which keeps tests exact, and are
/// scaled by <see cref="SimulatorOptions.Speed"/>.
/// </summary>
/// <example>
/// An account like a busy service: new machines answer 404 for 3 seconds, and states are 9 seconds old.
/// <code>
/// new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(3), State = TimeSpan.FromSeconds(9) } }
/// </code>
/// </example>
public sealed record SimulatorLagOptions
{
    /// <summary>Gets a small lag of every kind: 1 second for creation and removal, 2 seconds for states and events.</summary>
    public static SimulatorLagOptions Small { get; } = new()
    {
        Creation = TimeSpan.FromSeconds(1),
        Removal = TimeSpan.FromSeconds(1),
        State = TimeSpan.FromSeconds(2),
        Events = TimeSpan.FromSeconds(2),
    };

    /// <summary>Gets or sets how long a new machine is missing from lists and answers 404.</summary>
    public TimeSpan Creation { get; init; }

    /// <summary>Gets or sets how long a removed machine is still shown, in its last state.</summary>
    public TimeSpan Removal { get; init; }

    /// <summary>
    /// Gets or sets the age of a machine's state, type, disk and dynamic address. Actions check the actual state: a machine that still
    /// reads <c>off</c> may reject a start because it is running.
    /// </summary>
    public TimeSpan State { get; init; }

    /// <summary>Gets or sets the age of events, in lists and when read directly. Until then, a new event answers 404.</summary>
    public TimeSpan Events { get; init; }

    internal void Validate()
    {
        SimulatorOptions.Require(Creation >= TimeSpan.Zero, nameof(Creation), Creation, "zero or more");
        SimulatorOptions.Require(Removal >= TimeSpan.Zero, nameof(Removal), Removal, "zero or more");
        SimulatorOptions.Require(State >= TimeSpan.Zero, nameof(State), State, "zero or more");
        SimulatorOptions.Require(Events >= TimeSpan.Zero, nameof(Events), Events, "zero or more");
    }

    internal SimulatorLagOptions Scaled(double factor) => new()
    {
        Creation = TransitionTiming.Scale(Creation, factor),
        Removal = TransitionTiming.Scale(Removal, factor),
        State = TransitionTiming.Scale(State, factor),
        Events = TransitionTiming.Scale(Events, factor),
    };
}
