namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.State"/>. The API may send others.</summary>
public static class MachineStates
{
    /// <summary>Not running.</summary>
    public const string Off = "off";

    /// <summary>On its way to <see cref="ServiceReady"/> or <see cref="Ready"/>.</summary>
    public const string Starting = "starting";

    /// <summary>On its way to <see cref="Off"/>.</summary>
    public const string Stopping = "stopping";

    /// <summary>Stopping, then starting.</summary>
    public const string Restarting = "restarting";

    /// <summary>Services run; the Paperspace agent is not yet there.</summary>
    public const string ServiceReady = "serviceready";

    /// <summary>Services run and the Paperspace agent accepts logins.</summary>
    public const string Ready = "ready";

    /// <summary>Its specification is being changed, with a stop and a start.</summary>
    public const string Upgrading = "upgrading";

    /// <summary>Being created.</summary>
    public const string Provisioning = "provisioning";

    /// <summary>Gets the APIs document no state of a deletion; these begin the words that others use for one.</summary>
    private static IReadOnlyList<string> DeletionWords { get; } = ["delet", "destroy", "deactivat", "terminat"];

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [Off, Starting, Stopping, Restarting, ServiceReady, Ready, Upgrading, Provisioning];

    /// <summary>Returns whether services run in this state.</summary>
    public static bool IsRunning(string? state) => Is(state, Ready) || Is(state, ServiceReady);

    /// <summary>Returns whether a machine in this state is billed for its use: in every state but <c>off</c> and those of a deletion,
    /// unknown ones included.</summary>
    public static bool IsBilled(string? state) => !Is(state, Off) && !IsDeletion(state);

    /// <summary>Returns whether <paramref name="state"/> is what someone waiting for <paramref name="wanted"/> asked for.</summary>
    /// <remarks>A machine that is <c>ready</c> has passed <c>serviceready</c>.</remarks>
    public static bool Satisfies(string? state, string wanted) =>
        Is(state, wanted) || (Is(wanted, ServiceReady) && Is(state, Ready));

    private static bool IsDeletion(string? state) =>
        DeletionWords.Any(word => state?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Returns whether two state names are the same, whatever their case.</summary>
    public static bool Is(string? state, string? other) => string.Equals(state, other, StringComparison.OrdinalIgnoreCase);
}
