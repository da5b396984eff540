namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What each parameter of New-PsMachine sends, through the Core API.</summary>
public sealed class CoreCreateBodyTests() : CreateBodyTests(PaperspaceApiVersion.Core);
