<#
.SYNOPSIS
    Writes errors so that the pipeline that runs shows them as its own.
#>

function Write-PipelineError {
    param($ErrorRecord)
    $message = "$($ErrorRecord.ErrorDetails)"
    if (-not $message) { $message = "$($ErrorRecord.Exception.Message)" }
    $line = "$($ErrorRecord.FullyQualifiedErrorId.Split(',')[0]): $message".Replace("`r", ' ').Replace("`n", ' ')
    if ($env:TF_BUILD) { "##vso[task.logissue type=error]$line" }
    elseif ($env:GITHUB_ACTIONS) { "::error::$line" }
    else { "ERROR: $line" }
}
