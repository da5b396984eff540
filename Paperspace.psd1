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
        'Disconnect-PsAccount'
        'Export-PsMachineReport'
        'Get-PsAccount'
        'Get-PsCostRecommendation'
        'Get-PsMachine'
        'Get-PsMachineAccess'
        'Get-PsMachineAvailability'
        'Get-PsMachineEvent'
        'Get-PsMachineUtilization'
        'Get-PsNetwork'
        'Grant-PsMachineAccess'
        'Measure-PsMachineCost'
        'New-PsMachine'
        'New-PsNetwork'
        'Remove-PsMachine'
        'Remove-PsNetwork'
        'Restart-PsMachine'
        'Revoke-PsMachineAccess'
        'Set-PsMachine'
        'Set-PsNetwork'
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
                # Found by the names of its commands: Find-PSResource looks for these.
                'PSCmdlet_Connect-PsAccount', 'PSCommand_Connect-PsAccount'
                'PSCmdlet_Disconnect-PsAccount', 'PSCommand_Disconnect-PsAccount'
                'PSCmdlet_Export-PsMachineReport', 'PSCommand_Export-PsMachineReport'
                'PSCmdlet_Get-PsAccount', 'PSCommand_Get-PsAccount'
                'PSCmdlet_Get-PsCostRecommendation', 'PSCommand_Get-PsCostRecommendation'
                'PSCmdlet_Get-PsMachine', 'PSCommand_Get-PsMachine'
                'PSCmdlet_Get-PsMachineAccess', 'PSCommand_Get-PsMachineAccess'
                'PSCmdlet_Get-PsMachineAvailability', 'PSCommand_Get-PsMachineAvailability'
                'PSCmdlet_Get-PsMachineEvent', 'PSCommand_Get-PsMachineEvent'
                'PSCmdlet_Get-PsMachineUtilization', 'PSCommand_Get-PsMachineUtilization'
                'PSCmdlet_Get-PsNetwork', 'PSCommand_Get-PsNetwork'
                'PSCmdlet_Grant-PsMachineAccess', 'PSCommand_Grant-PsMachineAccess'
                'PSCmdlet_Measure-PsMachineCost', 'PSCommand_Measure-PsMachineCost'
                'PSCmdlet_New-PsMachine', 'PSCommand_New-PsMachine'
                'PSCmdlet_New-PsNetwork', 'PSCommand_New-PsNetwork'
                'PSCmdlet_Remove-PsMachine', 'PSCommand_Remove-PsMachine'
                'PSCmdlet_Remove-PsNetwork', 'PSCommand_Remove-PsNetwork'
                'PSCmdlet_Restart-PsMachine', 'PSCommand_Restart-PsMachine'
                'PSCmdlet_Revoke-PsMachineAccess', 'PSCommand_Revoke-PsMachineAccess'
                'PSCmdlet_Set-PsMachine', 'PSCommand_Set-PsMachine'
                'PSCmdlet_Set-PsNetwork', 'PSCommand_Set-PsNetwork'
                'PSCmdlet_Start-PsMachine', 'PSCommand_Start-PsMachine'
                'PSCmdlet_Stop-PsMachine', 'PSCommand_Stop-PsMachine'
                'PSCmdlet_Wait-PsMachine', 'PSCommand_Wait-PsMachine'
            )
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/paperspace-powershell/Paperspace'
            ReleaseNotes = 'https://github.com/paperspace-powershell/Paperspace/blob/main/CHANGELOG.md'
        }
    }
}
