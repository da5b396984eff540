@{
    RootModule        = 'ForeignModule.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '0f6a5f0c-6a0e-4f3c-9d55-1f9d0a6f7b21'
    CmdletsToExport   = @('Get-ForeignVersion')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
