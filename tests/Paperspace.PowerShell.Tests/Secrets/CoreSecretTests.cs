namespace Paperspace.PowerShell.Tests.Secrets;

/// <summary>A marked key is found nowhere but in its header, through the Core API.</summary>
public sealed class CoreSecretTests() : SecretTests(PaperspaceApiVersion.Core);
