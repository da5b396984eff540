using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal sealed class V1InvalidInputException(IReadOnlyList<V1InputIssue> issues, bool hasIssueList)
    : RequestRejectedException(400, "Input validation failed")
{
    /// <summary>Returns the invalid parameters in the current format, or as a list of issues, the format until May 2024.</summary>
    public JProperty ToJson() => hasIssueList ? new JProperty("issues", IssueList()) : new JProperty("details", Details());

    private JArray IssueList() => new(issues.Select(issue => new JObject
    {
        ["code"] = issue.Code,
        ["path"] = new JArray(issue.Parameter),
        ["message"] = issue.Message,
    }));

    private JObject Details() => new()
    {
        ["fieldErrors"] = new JObject(issues.GroupBy(issue => issue.Parameter)
            .Select(field => new JProperty(field.Key, new JArray(field.Select(issue => issue.Message))))),
        ["formErrors"] = new JArray(),
    };
}

internal sealed record V1InputIssue(string Parameter, string Code, string Message)
{
    public static V1InputIssue Required(string parameter) => new(parameter, "invalid_type", "Required");

    public static V1InputIssue WrongType(string parameter, string expected, string received) =>
        new(parameter, "invalid_type", $"Expected {expected}, received {received}");

    public static V1InputIssue NotOneOf(string parameter, IEnumerable<string> options, string received) => new(
        parameter,
        "invalid_enum_value",
        $"Invalid enum value. Expected {string.Join(" | ", options.Select(option => $"'{option}'"))}, received '{received}'");

    public static V1InputIssue OutOfRange(string parameter, string message) => new(parameter, "custom", message);
}
