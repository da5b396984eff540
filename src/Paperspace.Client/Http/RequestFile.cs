namespace Paperspace.Client;

/// <summary>Represents a file that a request sends as a form.</summary>
/// <param name="Field">The name of the form field.</param>
/// <param name="FileName">The name of the file, without directories.</param>
/// <param name="Text">The content of the file, which is sent as UTF-8.</param>
internal sealed record RequestFile(string Field, string FileName, string Text);
