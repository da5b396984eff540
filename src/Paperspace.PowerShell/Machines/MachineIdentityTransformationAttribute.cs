namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a machine into its identity.</summary>
public sealed class MachineIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<Machine, MachineIdentity> Factory = new(
        resource => new MachineIdentity(resource),
        (text, isRow) => new MachineIdentity(text) { IsRow = isRow },
        (given, failure) => new MachineIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public MachineIdentityTransformationAttribute()
        : base(Factory, "machine", "psec02yp2", "MachineId", "Id")
    {
    }
}
