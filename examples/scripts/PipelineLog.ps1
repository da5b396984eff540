<#
.SYNOPSIS
    Writes to the log of Azure Pipelines or GitHub Actions, or to the console.
#>

function Write-PipelineError {
    param($ErrorRecord)
    $message = "$($ErrorRecord.ErrorDetails)"
    if (-not $message) { $message = "$($ErrorRecord.Exception.Message)" }
    $id = $ErrorRecord.FullyQualifiedErrorId.Split(',')[0]
    if ($id -ne $message) { $message = "${id}: $message" }
    Write-PipelineFailure $message
}

function Write-PipelineFailure {
    param([string] $Message)
    # Text of the API must not end the line or run a command of the pipeline.
    $line = [Paperspace.TerminalText]::Sanitize($Message.Replace("`r", ' ').Replace("`n", ' ')).Replace('##', '# #')
    if ($env:TF_BUILD) { "##vso[task.logissue type=error]$line" }
    elseif ($env:GITHUB_ACTIONS) { "::error::$($line.Replace('%', '%25'))" }
    else { "ERROR: $line" }
}

function Write-PipelineText {
    param([string] $Text)
    # Output of a machine or the API must not run a command of the pipeline.
    [Paperspace.TerminalText]::Sanitize($Text).Replace('##', '# #').Replace('::', ': :')
}

function Write-MachineState {
    param($Machine)
    # A machine can have any name.
    [Paperspace.TerminalText]::Sanitize("Machine $($Machine.Name) ($($Machine.Id)) is $($Machine.State).").Replace('##', '# #')
}
