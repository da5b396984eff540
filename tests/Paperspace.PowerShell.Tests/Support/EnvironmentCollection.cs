namespace Paperspace.PowerShell.Tests.Support;

/// <summary>The tests that change the environment: there is one for the process, so that no other test runs beside them.</summary>
[CollectionDefinition(Surroundings.Name, DisableParallelization = true)]
public sealed class EnvironmentCollection;
