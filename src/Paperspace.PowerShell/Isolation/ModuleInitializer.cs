using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lets the module find its dependencies in a folder of its own, once the module is imported.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => DependencyResolver.Resolve();
}
