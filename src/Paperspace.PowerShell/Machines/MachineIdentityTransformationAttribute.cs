namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a machine into its identity.</summary>
public sealed class MachineIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public MachineIdentityTransformationAttribute()
        : base(typeof(Machine), "machine", "psec02yp2", "MachineId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        MachineIdentity identity => identity,
        Machine machine => new MachineIdentity(machine),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new MachineIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new MachineIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new MachineIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<MachineIdentity>().ToArray();
}
