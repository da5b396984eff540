namespace Paperspace.Client;

/// <summary>Represents a user's access to a machine in the V1 API.</summary>
internal sealed class V1AccessorJson
{
    private static readonly JsonMap<MachineAccess> User = new JsonMap<MachineAccess>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.UserId = value ?? "")
        .String("email", (it, value) => it.Email = value)
        .String("firstName", (it, value) => it.FirstName = value)
        .String("lastName", (it, value) => it.LastName = value);

    public static JsonMap<V1AccessorJson> Map { get; } = new JsonMap<V1AccessorJson>((_, _) => { })
        .Object("user", User, (it, value) => it.Access = value ?? it.Access)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);

    public MachineAccess Access { get; set; } = new();

    public DateTimeOffset? DtDeleted { get; set; }

    public MachineAccess ToAccess(string machineId)
    {
        Access.MachineId = machineId;
        Access.DtDeleted = DtDeleted;
        return Access;
    }
}
