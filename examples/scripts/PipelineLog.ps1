<#
.SYNOPSIS
    Writes to the log of the pipeline that runs.
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
    # What the API said must neither end the line nor give the pipeline a command.
    $line = [Paperspace.TerminalText]::Sanitize($Message.Replace("`r", ' ').Replace("`n", ' ')).Replace('##', '# #')
    if ($env:TF_BUILD) { "##vso[task.logissue type=error]$line" }
    elseif ($env:GITHUB_ACTIONS) { "::error::$($line.Replace('%', '%25'))" }
    else { "ERROR: $line" }
}

function Write-PipelineText {
    param([string] $Text)
    # What the API said must neither end the line nor give the pipeline a command.
    [Paperspace.TerminalText]::Sanitize($Text).Replace('##', '# #').Replace('::', ': :')
}

function Write-MachineState {
    param($Machine)
    # A name is whatever somebody typed.
    [Paperspace.TerminalText]::Sanitize("Machine $($Machine.Name) ($($Machine.Id)) is $($Machine.State).").Replace('##', '# #')
}
