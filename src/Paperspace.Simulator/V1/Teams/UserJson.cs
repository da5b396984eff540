namespace Paperspace.Simulator.V1;

/// <summary>Writes the short form of a user, as accessors and members have it.</summary>
internal static class UserJson
{
    public static string Text(SimulatedUser user, bool withActivity)
    {
        return JsonText.Create(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            writer.WriteValue(user.Id);
            writer.WritePropertyName("email");
            writer.WriteValue(user.Email);
            writer.WritePropertyName("firstName");
            writer.WriteValue(user.FirstName);
            writer.WritePropertyName("lastName");
            writer.WriteValue(user.LastName);
            writer.WritePropertyName("publicProfileImageUrl");
            writer.WriteNull();
            if (withActivity)
            {
                writer.WritePropertyName("lastActive");
                writer.WriteValue(IsoDate.Text(user.LastActiveAt));
            }

            writer.WriteEndObject();
        });
    }
}
