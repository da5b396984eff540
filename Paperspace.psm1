$library = "$PSScriptRoot/lib/netstandard2.0"
if ($PSEdition -eq 'Core') {
    $library = "$PSScriptRoot/lib/net8.0"
    # A package also has the assemblies compiled ahead of time for .NET 10, on most platforms. They are optional.
    $runtime = [System.Runtime.InteropServices.RuntimeInformation]
    if ($PSVersionTable.PSVersion -ge '7.6' -and $runtime::RuntimeIdentifier -notmatch 'musl|alpine') {
        $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }
        $images = "$PSScriptRoot/lib/net10.0/$system-" + "$($runtime::ProcessArchitecture)".ToLowerInvariant()
        if (Test-Path "$images/Paperspace.PowerShell.dll") {
            try {
                # The cmdlets are loaded before the assembly that they need: once they are, there is no way back to the plain ones.
                [void] [System.Reflection.AssemblyName]::GetAssemblyName("$images/Paperspace.dll")
                Import-Module "$images/Paperspace.PowerShell.dll" -ErrorAction Stop
                return
            }
            catch {
                Write-Verbose "The compiled assemblies in '$images' cannot be loaded: $_"
            }
        }
    }
}

Import-Module "$library/Paperspace.PowerShell.dll"
