namespace Paperspace.Module.Tests.Support;

/// <summary>Holds what the simulator says of a machine.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="State">The state.</param>
internal sealed record SimulatedMachine(string Id, string Name, string State)
{
    /// <summary>Gets whether its use is billed.</summary>
    public bool IsBilled => State != "off";
}
