@{
    ModuleVersion     = '0.1.0'
    GUID              = '2f0d8a54-3c1e-4a7b-8f6e-5b0c9d1e7a33'
    Description       = 'The views of Paperspace. Paperspace.psm1 imports it once no other copy of the module is loaded.'
    TypesToProcess    = @('../Paperspace.types.ps1xml')
    FormatsToProcess  = @('../Paperspace.format.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
