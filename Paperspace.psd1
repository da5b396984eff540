@{
    RootModule           = if ($PSEdition -eq 'Core') { 'lib/net8.0/Paperspace.PowerShell.dll' } else { 'lib/netstandard2.0/Paperspace.PowerShell.dll' }
    ModuleVersion        = '0.1.0'
    GUID                 = '6a0f2b1c-4e0d-4b52-9d3b-7c1f6a2e8d15'
    Author               = 'Paperspace for PowerShell contributors'
    CompanyName          = 'Community'
    Copyright            = '(c) Paperspace for PowerShell contributors. MIT licence.'
    Description          = 'Run cloud GPU machines on Paperspace from PowerShell: create, start, stop, wait for, list and remove machines as typed objects that flow through the pipeline.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    TypesToProcess       = @('Paperspace.types.ps1xml')
    FormatsToProcess     = @('Paperspace.format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Connect-PsAccount'
        'Disconnect-PsAccount'
        'Get-PsAccount'
        'Get-PsMachine'
        'Get-PsMachineAvailability'
        'Get-PsMachineUtilization'
        'Grant-PsMachineAccess'
        'New-PsMachine'
        'Remove-PsMachine'
        'Restart-PsMachine'
        'Revoke-PsMachineAccess'
        'Set-PsMachine'
        'Start-PsMachine'
        'Stop-PsMachine'
        'Wait-PsMachine'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Paperspace', 'Cloud', 'GPU', 'VirtualMachine', 'API', 'REST', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/paperspace-powershell/Paperspace'
            ReleaseNotes = 'See CHANGELOG.md in the project.'
        }
    }
}
