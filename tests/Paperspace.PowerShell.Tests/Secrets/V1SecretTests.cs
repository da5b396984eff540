namespace Paperspace.PowerShell.Tests.Secrets;

/// <summary>A marked key is found nowhere but in its header, through the V1 API.</summary>
public sealed class V1SecretTests() : SecretTests(PaperspaceApiVersion.V1);
