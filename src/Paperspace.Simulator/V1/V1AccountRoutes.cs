using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1AccountRoutes
{
    private const int DefaultMaxMachines = 1000;
    private const int AnalyticsId = 765432;

    public static void Register(RouteTable<V1Request> routes)
    {
        // The only route that answers an invalid key with null instead of an error.
        routes.Get("/auth/session", GetSession).UnauthorizedResponse = V1Response.Null;
        routes.Get("/billing/account-standing", GetStanding);
        routes.Get("/storage-providers/utilization", GetStorageUtilization);
    }

    private static SimulatedResponse GetSession(V1Request request)
    {
        var (user, team) = (request.Account.Users.Owner, request.Account.Team);
        return JsonResponse.Create(new JObject
        {
            ["user"] = new JObject
            {
                ["firstName"] = user.FirstName,
                ["lastName"] = user.LastName,
                ["email"] = user.Email,
                ["dtCreated"] = IsoDate.Format(user.CreatedAt),
                ["dtConfirmed"] = IsoDate.Format(user.ConfirmedAt),
                ["teamMemberships"] = new JArray(Membership(user, team)),
                ["isPhoneVerified"] = true,
                ["isPasswordAuthEnabled"] = true,
                ["isQrCodeBasedMfaEnabled"] = false,
                ["isQrCodeBasedMfaConfirmed"] = false,
                ["preferences"] = null,
                ["id"] = user.Id,
                ["analyticsId"] = AnalyticsId + 1,
                ["metadata"] = new JObject
                {
                    ["tags"] = null,
                    ["coreSurvey"] = null,
                    ["gradientSurvey"] = null,
                    ["graphcoreTermsAccepted"] = false,
                },
            },
            ["team"] = new JObject
            {
                ["namespace"] = team.Namespace,
                ["isPrivate"] = false,
                ["maxMachines"] = team.MaxMachines ?? DefaultMaxMachines,
                ["id"] = team.Id,
                ["analyticsId"] = AnalyticsId,
            },
        });
    }

    private static JObject Membership(SimulatedUser user, SimulatedTeam team) => new()
    {
        ["team"] = new JObject
        {
            ["name"] = team.Name,
            ["id"] = team.Id,
            ["namespace"] = team.Namespace,
            ["publicProfileImageUrl"] = null,
            ["isUserTeam"] = false,
            ["dtCreated"] = IsoDate.Format(team.CreatedAt),
        },
        ["isOwner"] = user.IsOwner,
        ["isAdmin"] = user.IsAdmin,
    };

    private static SimulatedResponse GetStanding(V1Request request) => request.Options.HasAccountStanding
        ? JsonResponse.Create("""{"hasPaymentMethod":true,"isAdminLocked":false,"isInGoodStanding":true,"messages":[]}""")
        : throw V1Errors.NotFound();

    // The storage of notebooks, of which the account has none; disks of machines are not included.
    private static SimulatedResponse GetStorageUtilization(V1Request request) => JsonResponse.Create(
        """
        {"totalFreeStorage":"5368709120","remainingFreeStorage":"5368709120","totalUsage":"0","modelUsage":"0","datasetUsage":"0",
        "sharedStorageUsage":"0","notebookWorkspaceUsage":"0"}
        """);
}
