namespace Paperspace.Simulator.V1;

internal sealed class GetAccountStandingRoute() : V1Route("GET", "/billing/account-standing")
{
    protected override SimulatedResponse Respond(V1Request request) => request.Options.HasAccountStanding
        ? JsonResponse.Create("""{"hasPaymentMethod":true,"isAdminLocked":false,"isInGoodStanding":true,"messages":[]}""")
        : throw V1Errors.NotFound();
}
