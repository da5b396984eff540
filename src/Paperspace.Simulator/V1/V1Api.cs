namespace Paperspace.Simulator.V1;

/// <summary>Describes the V1 API: a bearer token, and errors with a code.</summary>
internal sealed class V1Api() : SimulatedApi(Base, typeof(V1Route))
{
    public const string Base = "/v1";
    private const string Scheme = "Bearer ";

    /// <inheritdoc/>
    public override string? ReadKey(SimulatedRequest request) =>
        request.Headers.TryGetValue("Authorization", out var value) && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value.Substring(Scheme.Length).Trim()
            : null;

    /// <inheritdoc/>
    public override SimulatedResponse Unauthorized(Route route) =>
        ((V1Route)route).RespondWithoutKey() ?? Rejected(new RequestRejectedException(401, "You must be logged in to access this method."));

    /// <inheritdoc/>
    public override SimulatedResponse NotFound() => Rejected(V1Errors.NotFound());

    /// <inheritdoc/>
    public override SimulatedResponse Rejected(AccountRule rule) => Rejected(V1Errors.Of(rule));

    /// <inheritdoc/>
    public override SimulatedResponse Rejected(RequestRejectedException rejection) => JsonResponse.Create(
        writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("message");
            writer.WriteValue(rejection.Message);
            writer.WritePropertyName("code");
            writer.WriteValue(rejection.Code ?? V1Errors.Code(rejection.Status));
            if (rejection is InvalidInputException invalid)
                invalid.WriteIssues(writer);
            writer.WriteEndObject();
        },
        rejection.Status);
}
