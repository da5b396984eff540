# A process can load the assemblies only once, and a session has one set of views: another copy of the same version replaces the module.
$loaded = $null
if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
    $loaded = [System.AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Paperspace.PowerShell' }, 'First')[0]
    if ($loaded -and $loaded.Location.StartsWith($PSScriptRoot)) { $loaded = $null }
    if ($loaded) {
        $file = [System.Reflection.AssemblyName]::GetAssemblyName("$PSScriptRoot/lib/netstandard2.0/Paperspace.PowerShell.dll")
        $other = $loaded.GetName().Version.ToString(3)
        $own = $file.Version.ToString(3)
        if ($own -ne $other) {
            throw "Paperspace $other is already loaded from '$($loaded.Location)'. To use Paperspace $own, import it in a new PowerShell session."
        }
    }
}

# Qualified, and without preferences: the session may have functions of these names, and -WhatIf or -Confirm by default.
Microsoft.PowerShell.Core\Get-Module Paperspace | Microsoft.PowerShell.Core\Where-Object ModuleBase -NE $PSScriptRoot |
    Microsoft.PowerShell.Core\Remove-Module -WhatIf:$false -Confirm:$false
if ($loaded) {
    Microsoft.PowerShell.Core\Import-Module -Assembly $loaded
    Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/Paperspace.Views.psd1"
    return
}

$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
# A package also contains assemblies that are compiled ahead of time for .NET 10, on most platforms. They are optional.
if ($framework -eq 'net8.0' -and $PSVersionTable.PSVersion -ge '7.6') {
    $runtime = [System.Runtime.InteropServices.RuntimeInformation]
    $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } elseif ($runtime::RuntimeIdentifier -match 'musl|alpine') { 'musl' } else { 'linux' }
    try {
        $images = "$PSScriptRoot/lib/net10.0/$system-" + "$($runtime::ProcessArchitecture)".ToLowerInvariant()
        if ([System.IO.File]::Exists("$images/Paperspace.PowerShell.dll")) {
            # Check the dependency of the cmdlets first: after they are loaded, the plain ones cannot be.
            [void] [System.Reflection.AssemblyName]::GetAssemblyName("$images/Paperspace.dll")
            Microsoft.PowerShell.Core\Import-Module "$images/Paperspace.PowerShell.dll" -ErrorAction Stop
            Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/Paperspace.Views.psd1"
            return
        }
    }
    catch {
        # Fall back to the plain assemblies if an image is missing or broken.
    }
}

Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/$framework/Paperspace.PowerShell.dll"
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/Paperspace.Views.psd1"
