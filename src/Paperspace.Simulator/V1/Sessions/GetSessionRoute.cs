using Newtonsoft.Json;

namespace Paperspace.Simulator.V1;

internal sealed class GetSessionRoute() : V1Route("GET", "/auth/session")
{
    private const int ShownMaxMachines = 1000;
    private const int AnalyticsId = 765432;

    // The one route that takes a bad key for no session instead of refusing it.
    /// <inheritdoc/>
    public override SimulatedResponse? RespondWithoutKey() => V1Response.Null;

    protected override SimulatedResponse Respond(V1Request request) => JsonResponse.Create(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("user");
        WriteUser(writer, request.Account.Users.Owner, request.Account.Team);
        writer.WritePropertyName("team");
        WriteTeam(writer, request.Account.Team);
        writer.WriteEndObject();
    });

    private static void WriteUser(JsonTextWriter writer, SimulatedUser user, SimulatedTeam team)
    {
        writer.WriteStartObject();
        Write(writer, "firstName", user.FirstName);
        Write(writer, "lastName", user.LastName);
        Write(writer, "email", user.Email);
        Write(writer, "dtCreated", IsoDate.Text(user.CreatedAt));
        Write(writer, "dtConfirmed", IsoDate.Text(user.ConfirmedAt));
        writer.WritePropertyName("teamMemberships");
        writer.WriteStartArray();
        WriteMembership(writer, user, team);
        writer.WriteEndArray();
        Write(writer, "isPhoneVerified", true);
        Write(writer, "isPasswordAuthEnabled", true);
        Write(writer, "isQrCodeBasedMfaEnabled", false);
        Write(writer, "isQrCodeBasedMfaConfirmed", false);
        Write(writer, "preferences", null);
        Write(writer, "id", user.Id);
        Write(writer, "analyticsId", AnalyticsId + 1);
        writer.WritePropertyName("metadata");
        writer.WriteStartObject();
        Write(writer, "tags", null);
        Write(writer, "coreSurvey", null);
        Write(writer, "gradientSurvey", null);
        Write(writer, "graphcoreTermsAccepted", false);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteMembership(JsonTextWriter writer, SimulatedUser user, SimulatedTeam team)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("team");
        writer.WriteStartObject();
        Write(writer, "name", team.Name);
        Write(writer, "id", team.Id);
        Write(writer, "namespace", team.Namespace);
        Write(writer, "publicProfileImageUrl", null);
        Write(writer, "isUserTeam", false);
        Write(writer, "dtCreated", IsoDate.Text(team.CreatedAt));
        writer.WriteEndObject();
        Write(writer, "isOwner", user.IsOwner);
        Write(writer, "isAdmin", user.IsAdmin);
        writer.WriteEndObject();
    }

    private static void WriteTeam(JsonTextWriter writer, SimulatedTeam team)
    {
        writer.WriteStartObject();
        Write(writer, "namespace", team.Namespace);
        Write(writer, "isPrivate", false);
        Write(writer, "maxMachines", team.MaxMachines ?? ShownMaxMachines);
        Write(writer, "id", team.Id);
        Write(writer, "analyticsId", AnalyticsId);
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }
}
