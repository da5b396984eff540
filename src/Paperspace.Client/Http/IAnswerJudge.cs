namespace Paperspace.Client.Http;

/// <summary>Turns an answer that is no success into the client's exception: what is peculiar to one wire.</summary>
internal interface IAnswerJudge
{
    /// <summary>The exception that says what the answer said.</summary>
    PaperspaceException Judge(WireRequest request, WireResponse response, DateTimeOffset now);
}
