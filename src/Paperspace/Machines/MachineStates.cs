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

    /// <summary>Prefixes of deletion states. Neither API documents one; other clouds use "deleting", "destroyed" and the like.</summary>
    private static IReadOnlyList<string> DeletionPrefixes { get; } = ["delet", "destroy", "deactivat", "terminat"];

    /// <summary>Gets all known states.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [Off, Starting, Stopping, Restarting, ServiceReady, Ready, Upgrading, Provisioning];

    /// <summary>Returns whether services run in this state.</summary>
    public static bool IsRunning(string? state) => state.EqualsIgnoreCase(Ready) || state.EqualsIgnoreCase(ServiceReady);

    /// <summary>Returns whether a machine in this state is billed for its use: in every state, unknown ones included, except <c>off</c> and
    /// those of a deletion.</summary>
    public static bool IsBilled(string? state) => !state.EqualsIgnoreCase(Off) && !IsDeletion(state);

    /// <summary>Returns whether a machine in a state satisfies a wait for <paramref name="wanted"/>.</summary>
    /// <remarks>A machine that is <c>ready</c> has passed <c>serviceready</c>.</remarks>
    public static bool Satisfies(string? state, string wanted) =>
        state.EqualsIgnoreCase(wanted) || (wanted.EqualsIgnoreCase(ServiceReady) && state.EqualsIgnoreCase(Ready));

    private static bool IsDeletion(string? state) =>
        DeletionPrefixes.Any(prefix => state?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true);
}
