namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.State"/>. The API may send others.</summary>
public static class MachineStates
{
    /// <summary>Not running.</summary>
    public const string Off = "off";

    /// <summary>Changing to <see cref="ServiceReady"/> or <see cref="Ready"/>.</summary>
    public const string Starting = "starting";

    /// <summary>Changing to <see cref="Off"/>.</summary>
    public const string Stopping = "stopping";

    /// <summary>Stopping, then starting again.</summary>
    public const string Restarting = "restarting";

    /// <summary>Running, but the Paperspace agent does not accept logins yet.</summary>
    public const string ServiceReady = "serviceready";

    /// <summary>Running, and the Paperspace agent accepts logins.</summary>
    public const string Ready = "ready";

    /// <summary>Changing its machine type, with a stop and a start.</summary>
    public const string Upgrading = "upgrading";

    /// <summary>Being created.</summary>
    public const string Provisioning = "provisioning";

    /// <summary>Prefixes of deletion states. Neither API documents one; other clouds use "deleting", "destroyed" and the like.</summary>
    private static IReadOnlyList<string> DeletionPrefixes { get; } = ["delet", "destroy", "deactivat", "terminat"];

    /// <summary>Gets all known states.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [Off, Starting, Stopping, Restarting, ServiceReady, Ready, Upgrading, Provisioning];

    /// <summary>Returns whether a machine in this state is running.</summary>
    public static bool IsRunning(string? state) => state.EqualsIgnoreCase(Ready) || state.EqualsIgnoreCase(ServiceReady);

    /// <summary>
    /// Returns whether use of a machine in this state is billed: in every state, unknown ones included, except
    /// <c>off</c> and deletion states.
    /// </summary>
    public static bool IsBilled(string? state) => !state.EqualsIgnoreCase(Off) && !IsDeletion(state);

    /// <summary>Returns whether a machine in a state satisfies a wait for <paramref name="wanted"/>.</summary>
    /// <remarks>A machine that is <c>ready</c> has passed <c>serviceready</c>.</remarks>
    public static bool Satisfies(string? state, string wanted) =>
        state.EqualsIgnoreCase(wanted) || (wanted.EqualsIgnoreCase(ServiceReady) && state.EqualsIgnoreCase(Ready));

    private static bool IsDeletion(string? state) =>
        DeletionPrefixes.Any(prefix => state?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true);
}
