<#
.SYNOPSIS
    Selects the SSH parameters of a script, to pass them to the cmdlets that connect to machines.
#>

function Select-SshParameter {
    param([Collections.IDictionary] $BoundParameters)
    $selected = @{}
    foreach ($name in 'UserName', 'IdentityFile', 'SshOption', 'HostName', 'Port') {
        if ($BoundParameters.ContainsKey($name)) { $selected[$name] = $BoundParameters[$name] }
    }

    $selected
}
