using Newtonsoft.Json;

namespace Paperspace.Simulator.V1;

/// <summary>Ends a request of which a parameter is missing, or is not what it should be.</summary>
internal sealed class InvalidInputException(IReadOnlyList<InputIssue> issues, bool writesIssues)
    : RequestRejectedException(400, "Input validation failed")
{
    /// <summary>Writes which parameters are wrong, in the shape of today or in that of before May 2024.</summary>
    public void WriteIssues(JsonTextWriter writer)
    {
        if (writesIssues)
            WriteAsList(writer);
        else
            WriteAsDetails(writer);
    }

    private void WriteAsList(JsonTextWriter writer)
    {
        writer.WritePropertyName("issues");
        writer.WriteStartArray();
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("code");
            writer.WriteValue(issue.Code);
            writer.WritePropertyName("path");
            writer.WriteStartArray();
            writer.WriteValue(issue.Parameter);
            writer.WriteEndArray();
            writer.WritePropertyName("message");
            writer.WriteValue(issue.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteAsDetails(JsonTextWriter writer)
    {
        writer.WritePropertyName("details");
        writer.WriteStartObject();
        writer.WritePropertyName("fieldErrors");
        writer.WriteStartObject();
        foreach (var field in issues.GroupBy(issue => issue.Parameter))
        {
            writer.WritePropertyName(field.Key);
            writer.WriteStartArray();
            foreach (var issue in field)
                writer.WriteValue(issue.Message);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WritePropertyName("formErrors");
        writer.WriteStartArray();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
