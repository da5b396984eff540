namespace Paperspace.Simulator.V1;

/// <summary>Says what is wrong with a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Code">The kind of issue.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record InputIssue(string Parameter, string Code, string Message)
{
    public static InputIssue Required(string parameter) => new(parameter, "invalid_type", "Required");

    public static InputIssue WrongType(string parameter, string expected, string received) =>
        new(parameter, "invalid_type", $"Expected {expected}, received {received}");

    public static InputIssue NotOneOf(string parameter, IEnumerable<string> options, string received) => new(
        parameter,
        "invalid_enum_value",
        $"Invalid enum value. Expected {string.Join(" | ", options.Select(option => $"'{option}'"))}, received '{received}'");

    public static InputIssue OutOfRange(string parameter, string message) => new(parameter, "custom", message);
}
