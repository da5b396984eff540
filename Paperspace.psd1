@{
    RootModule           = 'Paperspace.psm1'
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
        'Copy-PsMachineItem'
        'Disconnect-PsAccount'
        'Enter-PsMachine'
        'Export-PsMachineReport'
        'Export-PsSshConfig'
        'Get-PsAccount'
        'Get-PsCostRecommendation'
        'Get-PsMachine'
        'Get-PsMachineAccess'
        'Get-PsMachineActivity'
        'Get-PsMachineAvailability'
        'Get-PsMachineDesktop'
        'Get-PsMachineEvent'
        'Get-PsMachineType'
        'Get-PsMachineUtilization'
        'Get-PsNetwork'
        'Get-PsPublicIp'
        'Get-PsScript'
        'Get-PsSharedDrive'
        'Get-PsSnapshot'
        'Get-PsTemplate'
        'Get-PsUser'
        'Grant-PsMachineAccess'
        'Invoke-PsMachineCommand'
        'Invoke-PsRestMethod'
        'Measure-PsMachineCost'
        'New-PsMachine'
        'New-PsNetwork'
        'New-PsPublicIp'
        'New-PsScript'
        'New-PsSharedDrive'
        'New-PsSnapshot'
        'New-PsTemplate'
        'Receive-PsMachineOutput'
        'Remove-PsMachine'
        'Remove-PsNetwork'
        'Remove-PsPublicIp'
        'Remove-PsScript'
        'Remove-PsSharedDrive'
        'Remove-PsSnapshot'
        'Remove-PsTemplate'
        'Restart-PsMachine'
        'Restore-PsSnapshot'
        'Revoke-PsMachineAccess'
        'Set-PsMachine'
        'Set-PsNetwork'
        'Set-PsPublicIp'
        'Set-PsScript'
        'Set-PsSharedDrive'
        'Set-PsSnapshot'
        'Set-PsTemplate'
        'Start-PsMachine'
        'Stop-PsMachine'
        'Wait-PsMachine'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @(
                'Paperspace', 'Cloud', 'GPU', 'VirtualMachine', 'API', 'REST', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            )
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/paperspace-powershell/Paperspace'
            ReleaseNotes = 'https://github.com/paperspace-powershell/Paperspace/blob/main/CHANGELOG.md'
        }
    }
}
