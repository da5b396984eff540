namespace Paperspace.Client;

/// <summary>Identifies one attempt to send a request.</summary>
/// <param name="RequestNumber">The number of the request within its client, from 1.</param>
/// <param name="Number">The number of the attempt, from 1.</param>
internal readonly record struct RequestAttempt(ApiRequest Request, int RequestNumber, int Number);
