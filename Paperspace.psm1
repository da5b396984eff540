$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
# A package also has the assemblies compiled ahead of time for .NET 10, on most platforms. They are optional.
if ($framework -eq 'net8.0' -and $PSVersionTable.PSVersion -ge '7.6') {
    $runtime = [System.Runtime.InteropServices.RuntimeInformation]
    $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } elseif ($runtime::RuntimeIdentifier -match 'musl|alpine') { 'musl' } else { 'linux' }
    $images = "$PSScriptRoot/lib/net10.0/$system-" + "$($runtime::ProcessArchitecture)".ToLowerInvariant()
    if (Test-Path "$images/Paperspace.PowerShell.dll") {
        try {
            # Once the cmdlets are loaded, there is no way back to the plain ones: their own dependency is checked before.
            [void] [System.Reflection.AssemblyName]::GetAssemblyName("$images/Paperspace.dll")
            Import-Module "$images/Paperspace.PowerShell.dll" -ErrorAction Stop
            return
        }
        catch {
            Write-Verbose "The compiled assemblies in '$images' cannot be loaded: $_"
        }
    }
}

Import-Module "$PSScriptRoot/lib/$framework/Paperspace.PowerShell.dll"
