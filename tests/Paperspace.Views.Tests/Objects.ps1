# What the views are shown with. Get-* functions, so that each test has objects of its own.

function ConvertTo-Machine([hashtable] $Values) {
    $machine = [Paperspace.Machine] $Values
    $machine.ReadAt = [DateTimeOffset] '2022-03-17T16:00:00Z'
    $machine
}

function ConvertTo-P4000Machine([hashtable] $Values) {
    $machine = ConvertTo-Machine $Values
    $machine.MachineType = 'P4000'
    $machine.UsageRate = 'P4000 hourly'
    $machine.Region = 'East Coast (NY2)'
    $machine.Cpus = 8
    $machine.Ram = 30GB
    $machine.Gpu = 'Quadro P4000'
    $machine.StorageTotal = 50GB
    $machine.StorageUsed = 110080
    $machine.AgentType = 'LinuxHeadless'
    $machine.DtCreated = '2022-03-14T15:47:53.852Z'
    $machine.NetworkId = 'nng82wb'
    $machine.UpdatesPending = $false
    $machine.PerformAutoSnapshot = $false
    $machine.ShutdownTimeoutInHours = 24
    $machine.ShutdownTimeoutForces = $false
    $machine
}

# Seconds is how long the event took.
function ConvertTo-Event([hashtable] $Values) {
    $properties = @{ Handle = 'fabd398a-9c8e-4565-95fa-5f07928564d8' } + $Values
    $created = [DateTimeOffset] $properties.DtCreated
    $properties.DtModified = $created
    if ($properties.ContainsKey('Seconds')) { $properties.DtFinished = $created.AddSeconds($properties.Seconds) }
    $properties.Remove('Seconds')
    [Paperspace.MachineEvent] $properties
}

function Get-FailedEvent {
    $reason = 'No P4000 capacity in East Coast (NY2) right now. Try again later, or in another region.'
    ConvertTo-Event @{ Name = 'start'; State = 'error'; DtCreated = '2022-03-17T15:50:00Z'; Seconds = 31; ErrorMsg = $reason }
    ConvertTo-Event @{ Name = 'stop'; State = 'done'; DtCreated = '2022-03-16T15:50:00Z'; Seconds = 68 }
    ConvertTo-Event @{ Name = 'create'; State = 'done'; DtCreated = '2022-03-14T15:47:53Z'; Seconds = 37 }
}

function Get-PendingEvent {
    ConvertTo-Event @{ Name = 'restart'; State = 'in progress'; DtCreated = '2022-03-17T15:59:00Z' }
    ConvertTo-Event @{ Name = 'snapshot-create'; State = 'new'; DtCreated = '2022-03-17T15:58:00Z' }
    ConvertTo-Event @{ Name = 'vm-shutdown-force'; State = 'cancelled'; DtCreated = '2022-03-17T15:57:00Z'; Seconds = 5400 }
    ConvertTo-Event @{ Name = 'start'; State = 'done'; DtCreated = '2022-03-16T10:00:00Z'; Seconds = 200000 }
    ConvertTo-Event @{ Name = 'stop'; State = 'done'; DtCreated = '2022-03-16T09:00:00Z'; Seconds = 0 }
    ConvertTo-Event @{ Name = 'hibernate'; State = 'dreaming'; DtCreated = '2022-03-16T08:00:00Z'; Seconds = 61 }
    [Paperspace.MachineEvent] @{}
}

function Get-ReadyMachine {
    ConvertTo-P4000Machine @{
        Id = 'psec02yp2'
        Name = 'web-1'
        State = 'ready'
        PublicIpAddress = '172.83.15.54'
        PrivateIpAddress = '10.64.1.99'
        Os = 'Ubuntu 20.04.3 LTS'
        InternalId = 1713423
    }
}

function Get-OffMachine {
    ConvertTo-P4000Machine @{
        Id = 'psfj3c701'
        Name = 'ml-training-node-17'
        State = 'off'
        PrivateIpAddress = '10.64.1.100'
    }
}

function Get-StartingMachine {
    ConvertTo-P4000Machine @{
        Id = 'psxs9sp8u'
        Name = 'render'
        State = 'starting'
        PrivateIpAddress = '10.64.100.100'
        Events = [Paperspace.MachineEvent[]] @(Get-PendingEvent)
    }
}

function Get-FailedMachine {
    ConvertTo-P4000Machine @{
        Id = 'ps123abcd'
        Name = 'unlucky'
        State = 'off'
        PrivateIpAddress = '10.64.1.101'
        Events = [Paperspace.MachineEvent[]] @(Get-FailedEvent)
    }
}

function Get-EmptyMachine { [Paperspace.Machine] @{ Id = 'psempty01' } }

function Get-NewMachine {
    ConvertTo-Machine @{
        Id = 'psazmnxdy'
        Name = 'My Machine 1'
        State = 'provisioning'
        MachineType = 'Air'
        UsageRate = 'Air hourly'
        Cpus = 1
        DtCreated = '2022-03-17T15:59:20Z'
        ShutdownTimeoutInHours = 168
        ShutdownTimeoutForces = $true
        DynamicPublicIp = $true
    }
}

function Get-CpuMachine {
    ConvertTo-Machine @{
        Id = 'pscpu0001'
        Name = 'ci'
        State = 'serviceready'
        MachineType = 'C1'
        Region = 'Europe (AMS1)'
        Cpus = 1
        Ram = 512MB
        Gpu = 'None'
        PublicIpAddress = '198.18.0.4'
        DtCreated = '2022-03-17T11:00:00Z'
    }
}

function Get-UnknownMachine {
    ConvertTo-Machine @{
        Id = 'psnew00001x'
        Name = 'from the future'
        State = 'hibernating deeply'
        MachineType = 'H100-80Gx8-NVL'
        Region = 'Moon'
        Cpus = 160
        Ram = 1.5TB
        Gpu = 'NVIDIA H100 80GB HBM3'
        DtCreated = '2019-01-01'
    }
}

function Get-LongNameMachine {
    ConvertTo-P4000Machine @{
        Id = 'pslong001'
        Name = 'a name that goes on and on until nobody reads it any more'
        State = 'ready'
        PublicIpAddress = '198.151.100.101'
    }
}

function Get-WideNameMachine {
    ConvertTo-P4000Machine @{
        Id = 'pswide001'
        Name = "$([char]0x8a08)$([char]0x7b97)$([char]0x6a5f)-7"
        State = 'ready'
        PublicIpAddress = '172.83.15.55'
    }
}

function Get-HostileText { "evil$([char]27)[2J$([char]27)]0;title$([char]7)`r`n`t$([char]0x202E)$([char]0x2066)$([char]0x9b)31mtext" }

# An object with that text wherever it takes text.
function Get-HostileObject([type] $Type) {
    $text = Get-HostileText
    $extra = [Collections.Generic.Dictionary[string, object]]::new()
    $extra[$text] = $text
    $values = @{}
    if ($Type.GetProperty('AdditionalData')) { $values.AdditionalData = $extra }
    foreach ($property in $Type.GetProperties()) {
        if ($property.PropertyType -eq [string] -and $property.CanWrite) { $values[$property.Name] = $text }
    }
    $values -as $Type
}

function Get-HostileMachine {
    $machine = Get-HostileObject ([Paperspace.Machine])
    $machine.PerformAutoSnapshot = $true
    $machine.Events = [Paperspace.MachineEvent[]] @(Get-HostileObject ([Paperspace.MachineEvent]))
    $machine
}

function Get-FullMachine {
    $nested = [Collections.Generic.Dictionary[string, object]]::new()
    $nested['id'] = 7L
    $nested['tags'] = @('a', $null, 1.5)
    $extra = [Collections.Generic.Dictionary[string, object]]::new()
    $extra['isManaged'] = $true
    $extra['reservation'] = $nested
    $machine = ConvertTo-P4000Machine @{
        Id = 'psfull001'
        Name = 'everything'
        State = 'upgrading'
        PublicIpAddress = '172.83.15.56'
        PrivateIpAddress = '10.64.1.102'
        DynamicPublicIp = $true
        AutoSnapshotFrequency = 'day'
        AutoSnapshotSaveCount = 3
        RestorePointSnapshotId = 'sn1'
        RestorePointFrequency = 'shutdown'
        ScriptId = 'sc1'
        DtLastRun = '2022-03-16T15:00:00Z'
        UserId = 'u1'
        TeamId = 'te1'
        InternalId = 42
        Os = 'Ubuntu 18.04.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: 18; minor: 04'
        Events = [Paperspace.MachineEvent[]] @(Get-FailedEvent)
        AdditionalData = $extra
    }
    $machine.PerformAutoSnapshot = $true
    $machine
}

function Get-UsualMachine {
    Get-ReadyMachine
    Get-OffMachine
    Get-StartingMachine
    Get-FailedMachine
    Get-EmptyMachine
    Get-NewMachine
    Get-CpuMachine
}

function Get-UnusualMachine {
    Get-UnknownMachine
    Get-LongNameMachine
    Get-WideNameMachine
    $hostile = Get-HostileMachine
    $hostile.Id = 'pshostile'
    $hostile
}

function Get-MachineByRegion { Get-CpuMachine; Get-ReadyMachine; Get-OffMachine; Get-UnknownMachine; Get-EmptyMachine }

function Get-Utilization {
    $run = [Paperspace.Usage] @{ MachineId = 'ps123abc'; SecondsUsed = 37351.08562622; HourlyRate = 0.4; BillingMonth = '2017-08' }
    $kept = [Paperspace.Usage] @{ MachineId = 'ps123abc'; SecondsUsed = 678400; MonthlyRate = 7; BillingMonth = '2017-08' }
    [Paperspace.MachineUtilization] @{ MachineId = 'ps123abc'; MachineName = 'web-1'; Utilization = $run; StorageUtilization = $kept }
    $run = [Paperspace.Usage] @{ MachineId = 'psv100'; SecondsUsed = 2678400; HourlyRate = 10.7825; BillingMonth = '2022-03' }
    [Paperspace.MachineUtilization] @{ MachineId = 'psv100'; MachineName = 'ml-training-node-17-of-many'; Utilization = $run }
    [Paperspace.MachineUtilization] @{ MachineId = 'psnothing' }
}

function Get-Usage { foreach ($of in Get-Utilization) { @($of.Utilization; $of.StorageUtilization) -ne $null } }

function Get-Availability {
    $at = [datetimeoffset] '2026-02-12T17:00:00Z'
    [Paperspace.MachineAvailability] @{ Region = 'East Coast (NY2)'; MachineType = 'GPU+'; Available = $true; ReadAt = $at }
    [Paperspace.MachineAvailability] @{ Region = 'West Coast (CA1)'; MachineType = 'P4000'; Available = $false; ReadAt = $at }
    [Paperspace.MachineAvailability] @{ Region = 'Europe (AMS1)'; MachineType = 'V100'; ReadAt = $at }
}

function Get-AvailabilityMatrix {
    foreach ($row in @(
        @{ MachineType = 'A100-80Gx8'; Regions = @{ NY2 = $true; CA1 = $false; AMS1 = $false } }
        @{ MachineType = 'P4000'; Regions = @{ NY2 = $false; CA1 = $null; AMS1 = $true; FRA1 = $true; LON1 = $true } }
        @{ MachineType = 'V100'; Regions = @{ NY2 = $false } })) {
        $regions = [System.Collections.Generic.SortedDictionary[string, System.Nullable[bool]]]::new([StringComparer]::Ordinal)
        foreach ($region in $row.Regions.Keys) { $regions[$region] = $row.Regions[$region] }
        [Paperspace.MachineTypeAvailability]::new($row.MachineType, $regions)
    }
}

function Get-Access {
    [Paperspace.MachineAccess] @{ MachineId = 'psm9u09bwu5i'; UserId = 'ur7p0nb7n'; Email = 'ada@example.com'; FirstName = 'Ada'; LastName = 'Example' }
    [Paperspace.MachineAccess] @{ MachineId = 'psm9u09bwu5i'; UserId = 'u4d0k1szq'; Email = 'grace@example.com'; DtDeleted = '2026-02-12T17:00:00Z' }
}

function Get-Account {
    Connect-PsAccount -Name work -ApiKey 0123456789abcdef -BaseUri https://api.paperspace.io -PassThru
    Connect-PsAccount -Name lab -ApiKey 0123456789abcdef -BaseUri http://127.0.0.1:50123 -NotDefault -PassThru
    Connect-PsAccount -Name "try$([char]27)it" -Simulator -NotDefault -PassThru
}

function Get-Diagnostic {
    [Paperspace.AccountDiagnostic] @{
        ModuleVersion = '0.1.0'
        ModuleFramework = '.NETCoreApp,Version=v8.0'
        Engine = 'Core 7.6.5'
        HostProgram = 'ConsoleHost 7.6.5'
        Framework = '.NET 10.0.1'
        OperatingSystem = 'Ubuntu 24.04 X64'
        Account = 'work'
        ApiHost = 'https://api.paperspace.io'
        KeySource = 'variable PAPERSPACE_API_KEY'
        LastRequest = 'GET /machines/getMachines?limit=1000'
        LastStatus = '200'
        LastElapsed = [timespan]::FromMilliseconds(120.4)
        LastEndedAt = [DateTimeOffset] '2022-03-17T16:00:00Z'
    }
    [Paperspace.AccountDiagnostic] @{
        ModuleVersion = '0.1.0'
        Engine = 'Desktop 5.1.22621.4391'
        Account = 'default'
        IsSimulated = $true
        LastRequest = 'GET /machines/getMachines?limit=1000'
        LastStatus = 'The connection was refused (127.0.0.1:50123).'
    }
}

# The same objects as Import-Clixml (depth 2), a job or a remote session (depth 1) gives them.
function ConvertTo-Deserialized([int] $Depth) {
    process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, $Depth)) }
}

# The same objects as rows of texts, as a file has them.
function ConvertTo-TextRow {
    process {
        $row = [ordered] @{ PSTypeName = $_.PSObject.TypeNames[0] }
        foreach ($property in $_.PSObject.Properties) { $row[$property.Name] = [string] $property.Value }
        [pscustomobject] $row
    }
}
