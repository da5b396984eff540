namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What each parameter of New-PsMachine sends, through the V1 API.</summary>
public sealed class V1CreateBodyTests() : CreateBodyTests(PaperspaceApiVersion.V1);
