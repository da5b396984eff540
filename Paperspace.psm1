# A process has one copy of the assemblies, and a session one of the views: importing another copy of this version replaces it.
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
# A package also has the assemblies compiled ahead of time for .NET 10, on most platforms. They are optional.
if ($framework -eq 'net8.0' -and $PSVersionTable.PSVersion -ge '7.6') {
    $runtime = [System.Runtime.InteropServices.RuntimeInformation]
    $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } elseif ($runtime::RuntimeIdentifier -match 'musl|alpine') { 'musl' } else { 'linux' }
    try {
        $images = "$PSScriptRoot/lib/net10.0/$system-" + "$($runtime::ProcessArchitecture)".ToLowerInvariant()
        if ([System.IO.File]::Exists("$images/Paperspace.PowerShell.dll")) {
            # Once the cmdlets are loaded, there is no way back to the plain ones: their own dependency is checked before.
            [void] [System.Reflection.AssemblyName]::GetAssemblyName("$images/Paperspace.dll")
            Microsoft.PowerShell.Core\Import-Module "$images/Paperspace.PowerShell.dll" -ErrorAction Stop
            Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/Paperspace.Views.psd1"
            return
        }
    }
    catch {
        # A missing or broken image gives way to the plain assembly.
    }
}

Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/$framework/Paperspace.PowerShell.dll"
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/lib/Paperspace.Views.psd1"
