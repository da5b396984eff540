using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lets the module find its dependencies in a folder of its own, once the module is imported.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => Dependencies.StartResolving();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => Dependencies.StopResolving();
}
