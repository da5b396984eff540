namespace Paperspace.Client;

/// <summary>Holds a file that a request sends as a form.</summary>
/// <param name="Field">The name of the form's field.</param>
/// <param name="FileName">The file's name, without folders.</param>
/// <param name="Text">The file's text, which is sent as UTF-8.</param>
internal sealed record RequestFile(string Field, string FileName, string Text);
