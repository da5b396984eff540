namespace Paperspace.Shell;

/// <summary>The arguments make no sense.</summary>
internal sealed class UsageException(string message) : Exception(message + Environment.NewLine + "Try --help.");
