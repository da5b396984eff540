namespace Paperspace.Client;

/// <summary>Identifies one attempt at a request.</summary>
/// <param name="RequestNumber">The number of the request among those of its client, from 1.</param>
/// <param name="Number">The number of the attempt, from 1.</param>
internal readonly record struct RequestAttempt(ApiRequest Request, int RequestNumber, int Number);
