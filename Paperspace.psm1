$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
Import-Module "$PSScriptRoot/lib/$framework/Paperspace.PowerShell.dll"
