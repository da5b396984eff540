@{
    ModuleVersion     = '0.1.0'
    GUID              = '2f0d8a54-3c1e-4a7b-8f6e-5b0c9d1e7a33'
    Description       = 'The types and formats of Paperspace. Paperspace.psm1 imports it after it has removed other copies of the module.'
    TypesToProcess    = @('../Paperspace.types.ps1xml')
    FormatsToProcess  = @('../Paperspace.format.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
