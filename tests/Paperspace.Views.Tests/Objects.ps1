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

function Get-EstimatedUtilization {
    $run = [Paperspace.Usage] @{ MachineId = 'psm9u09bwu5i'; SecondsUsed = 1209600; HourlyRate = 0.51; BillingMonth = '2026-02' }
    $kept = [Paperspace.Usage] @{ MachineId = 'psm9u09bwu5i'; SecondsUsed = 1209600; MonthlyRate = 5; BillingMonth = '2026-02' }
    [Paperspace.MachineUtilization] @{
        MachineId = 'psm9u09bwu5i'; MachineName = 'render-01'; MachineType = 'P4000'; Region = 'East Coast (NY2)'; State = 'ready'; Utilization = $run; StorageUtilization = $kept
        IsEstimate = $true; ReadAt = '2026-02-15T00:00:00Z'; MissingData = 'Its events begin at 2026-02-03 12:00 UTC. Before that, it is assumed to have been running, as the first event implies.'
    }
}

function Get-MachineCost {
    [Paperspace.MachineCost] @{
        Name = 'ml-training-node-17-of-many (psv100)'; MachineId = 'psv100'; MachineCount = 1; FigureCount = 3; HoursUsed = 1234.567
        ComputeCost = 12345.6; StorageCost = 21; Cost = 12366.6; ProjectedCost = 20000
    }
    [Paperspace.MachineCost] @{
        Name = 'P4000, East Coast (NY2)'; MachineType = 'P4000'; Region = 'East Coast (NY2)'; MachineCount = 12; FigureCount = 12; EstimateCount = 12; UnknownCount = 1; IsComplete = $false; Missing = 'web-1 (psa): its hourly price is unknown'; HoursUsed = 72
        ComputeCost = 36.72; StorageCost = 60; Cost = 96.72; ProjectedCost = 101.5
    }
    [Paperspace.MachineCost] @{ Name = 'Total'; BillingMonth = '2026-02'; HoursUsed = 0; ComputeCost = 0; StorageCost = 0; Cost = 0; ProjectedCost = 0 }
    [Paperspace.MachineCost] @{ Name = 'B200'; MachineType = 'B200'; MachineCount = 1; FigureCount = 1; UnknownCount = 1; IsComplete = $false }
}

function Get-CostRecommendation {
    [Paperspace.CostRecommendation] @{
        Finding = 'MachineWithoutShutdownTimeout'; ResourceKind = 'machine'; ResourceId = 'psm9u09bwu5i'; ResourceName = 'render-01'; Region = 'East Coast (NY2)'
        Reason = 'It has been running for 3d 4h without a shutdown timeout.'; Since = '2026-02-11T08:14:35Z'; MonthlySaving = 342.72; IsEstimate = $true; Command = 'Stop-PsMachine psm9u09bwu5i'
    }
    [Paperspace.CostRecommendation] @{
        Finding = 'MachineOff'; ResourceKind = 'machine'; ResourceId = 'ps8k2v5tq1zn'; ResourceName = 'build-agent'; Reason = 'It is off, and its storage is paid for.'
        MonthlySaving = 5; IsListPrice = $true; Command = 'Remove-PsMachine ps8k2v5tq1zn'
    }
    [Paperspace.CostRecommendation] @{
        Finding = 'UnassignedPublicIp'; ResourceKind = 'public IP'; ResourceId = '198.51.100.7'; Region = 'East Coast (NY2)'; Reason = 'It is assigned to no machine.'
        Command = "Remove-PsPublicIp '198.51.100.7'"
    }
}

function Get-Usage { foreach ($of in Get-Utilization) { @($of.Utilization; $of.StorageUtilization) -ne $null } }

function Get-Availability {
    $at = [datetimeoffset] '2026-02-12T17:00:00Z'
    [Paperspace.MachineAvailability] @{ Region = 'East Coast (NY2)'; MachineType = 'GPU+'; Available = $true; ReadAt = $at }
    [Paperspace.MachineAvailability] @{ Region = 'West Coast (CA1)'; MachineType = 'P4000'; Available = $false; ReadAt = $at }
    [Paperspace.MachineAvailability] @{ Region = 'Europe (AMS1)'; MachineType = 'V100'; ReadAt = $at }
}

function Get-MachineType {
    $rows = @(
        @{ MachineType = 'C1'; GpuCount = 0; Vcpus = 1; MemoryGB = 0.5; HourlyPrice = 0.0045; MonthlyPrice = 1; Region = [string[]] ('NY2', 'CA1', 'AMS1') }
        @{ MachineType = 'P4000'; Gpu = 'Quadro P4000'; GpuCount = 1; GpuMemoryGB = 8; Vcpus = 8; MemoryGB = 30; HourlyPrice = 0.51
            MonthlyPrice = 298; Region = [string[]] (@('NY2')) }
        @{ MachineType = 'RTX4000x4'; Gpu = 'Quadro RTX 4000'; GpuCount = 4; GpuMemoryGB = 8; Vcpus = 32; MemoryGB = 120; HourlyPrice = 2.24
            MonthlyPrice = 1328; Region = [string[]] (@()); Status = 'legacy' }
        @{ MachineType = 'H100x8'; Gpu = 'H100 SXM5'; GpuCount = 8; GpuMemoryGB = 80; Vcpus = 128; MemoryGB = 1638; HourlyPrice = 47.6
            MonthlyPrice = 52326; Region = [string[]] ('NY2', 'CA1', 'AMS1'); Available = $true }
        @{ MachineType = 'A100-80G-PCIe' })
    foreach ($row in $rows) { 
        if (-not $row.Contains('Status')) { $row.Status = 'current' }
        [Paperspace.MachineTypeInfo] ($row + @{ PriceDate = '2025-11-14' })
    }
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
        LastElapsedMilliseconds = 120.4
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
        # What the type itself makes of the others is in no row of that type.
        foreach ($property in $_.PSObject.Properties | Where-Object MemberType -ne ScriptProperty) { $row[$property.Name] = [string] $property.Value }
        [pscustomobject] $row
    }
}

function Get-Network {
    [Paperspace.Network] @{
        Id = 'nwhoe4ox'
        Name = 'lab-ny2'
        Region = 'East Coast (NY2)'
        Address = '10.64.12.0'
        Netmask = '255.255.255.0'
        DtCreated = [DateTimeOffset] '2025-11-02T09:00:00Z'
        IsDefault = $false
    }
    [Paperspace.Network] @{ Id = 'nx86kbo3'; IsDefault = $true }
    [Paperspace.Network] @{ Id = 'nng82wb'; Name = "$([char] 27)[31mlong name of a network that goes on and on"; Region = 'Mars (M1)'; TeamId = 'te9q6xbz0' }
}

function Get-Script {
    [Paperspace.Script] @{
        Id = 'sc123abc'
        Name = 'install-drivers'
        Description = 'original file: install-drivers.sh'
        IsEnabled = $true
        IsRunOnce = $false
        AssignedMachineIds = [string[]] ('ps123abc', 'ps456def')
        Runs = [Paperspace.ScriptRun[]] (@{ MachineId = 'ps123abc'; DtLastRun = [DateTimeOffset] '2017-07-06T12:38:17Z' }, @{ MachineId = 'ps456def' })
        OwnerType = 'team'
        OwnerId = 'te9q6xbz0'
        DtCreated = [DateTimeOffset] '2017-05-30T14:49:16Z'
        Text = "#!/bin/bash`napt-get update`n`necho $([char] 27)[31mred`n"
    }
    [Paperspace.Script] @{ Id = 'scq8d2m1x'; Name = 'motd'; IsEnabled = $false; IsRunOnce = $true; AssignedMachineIds = [string[]] @() }
    [Paperspace.Script] @{ Id = 'sc0k9v3wz'; Name = "$([char] 27)[31mlong name of a script that goes on and on" }
}

function Get-Snapshot {
    [Paperspace.Snapshot] @{
        Id = 'slqafgu4n6gxge'
        Name = 'before-upgrade'
        MachineId = 'psm9u09bwu5i'
        IsAutoSnapshot = $false
        State = 'in progress'
        DtCreated = [DateTimeOffset] '2026-02-12T08:00:00Z'
    }
    [Paperspace.Snapshot] @{ Id = 'sl3v9x0p2rkd7m'; Name = 'auto-2026-02-11'; MachineId = 'psm9u09bwu5i'; IsAutoSnapshot = $true }
    [Paperspace.Snapshot] @{ Id = 'sl0'; Name = "$([char] 27)[31mlong name of a snapshot that goes on and on"; State = 'dreaming' }
}

function Get-Desktop {
    [Paperspace.MachineDesktop] @{ MachineId = 'psm9u09bwu5i'; Protocol = 'VNC'; Hostname = '10.64.12.21'; Port = 5900; Password = Get-Password }
    [Paperspace.MachineDesktop] @{ MachineId = 'ps8k2v5tq1zn'; Protocol = 'RDP'; Hostname = '10.64.12.22'; Port = 3389; PublicIpAddress = '203.0.113.24' }
    [Paperspace.MachineDesktop] @{ MachineId = 'psx'; Protocol = 'RDP'; Hostname = "$([char] 27)[31mhost" }
}

function Get-PublicIp {
    [Paperspace.PublicIp] @{ Ip = '203.0.113.0'; Region = 'East Coast (NY2)'; AssignedMachineId = 'psm9u09bwu5i'; DtCreated = [DateTimeOffset] '2026-01-05T08:00:00Z' }
    [Paperspace.PublicIp] @{ Ip = '198.51.100.7'; Region = 'East Coast (NY2)'; DtCreated = [DateTimeOffset] '2025-12-05T08:00:00Z' }
    [Paperspace.PublicIp] @{ Ip = "198.51.100.8$([char] 27)[31m"; Region = 'Mars (M1)' }
}

function Get-SharedDrive {
    [Paperspace.SharedDrive] @{
        Id = 'RJFHxSmO7U03'
        Name = 'datasets'
        Size = 268435456000
        Region = 'East Coast (NY2)'
        NetworkId = 'nwhoe4ox'
        MountPoint = '\\10.64.12.5\datasets'
        Username = 'shareuser'
        Password = Get-Password
        DtCreated = [DateTimeOffset] '2025-11-03T09:00:00Z'
    }
    [Paperspace.SharedDrive] @{ Id = 'RJFHxSmO7U04'; Name = "$([char] 27)[31mlong name of a drive that goes on and on" }
}

function Get-Password {
    $text = [securestring]::new()
    'not-to-be-seen'.ToCharArray() | ForEach-Object { $text.AppendChar($_) }
    $text
}

function Get-Template {
    [Paperspace.Template] @{
        Id = 'tvimtol9'
        Name = 'mliab-u22-241101'
        Label = 'ML in a Box 22.04'
        Os = 'Ubuntu 22.04 MLiaB'
        AgentType = 'LinuxDesktop'
        DefaultSizeGb = 100
        AvailableMachineTypes = [Paperspace.TemplateMachineType[]] @(
            @{ MachineType = 'P4000'; IsAvailable = $true }, @{ MachineType = 'H100'; IsAvailable = $false }, @{ MachineType = 'A4000' })
        DtCreated = [DateTimeOffset] '2022-09-28T16:41:09Z'
    }
    [Paperspace.Template] @{
        Id = 'tc7m2x9d'
        Name = 'render-base'
        Label = 'render-base'
        Os = 'Ubuntu 22.04 Server'
        AgentType = 'LinuxHeadless'
        DefaultSizeGb = 50
        Region = 'East Coast (NY2)'
        ParentMachineId = 'psm9u09bwu5i'
        DtCreated = [DateTimeOffset] '2026-02-12T13:00:00Z'
    }
    [Paperspace.Template] @{ Id = 't9taj00e'; Os = 'Centos 7 Server' }
    [Paperspace.Template] @{ Id = 'tz0ireoj'; Label = "$([char] 27)[31mlabel of a template that goes on and on"; TeamId = 'te9q6xbz0' }
}

function Get-User {
    [Paperspace.User] @{
        Id = 'ur7p0nb7n'
        Email = 'ada@example.com'
        FirstName = 'Ada'
        LastName = 'Example'
        IsOwner = $true
        IsAdmin = $true
        TeamId = 'te8fk2v0q'
        DtConfirmed = [DateTimeOffset] '2022-01-10T09:00:00Z'
        LastActive = [DateTimeOffset] '2026-02-12T08:59:00Z'
    }
    [Paperspace.User] @{ Id = 'u9f2c6tbe'; Email = 'new.member@example.com'; IsOwner = $false; IsAdmin = $false }
    [Paperspace.User] @{ Id = 'ubx9ce8k'; Email = "$([char] 27)[31mlong.address.that.goes.on@and.on.example.com"; FirstName = 'Grace'; DtCreated = [DateTimeOffset] '2019-05-31T15:46:57Z' }
}

# Objects with the longest values of each kind that the APIs have returned, and short names.

function Get-WidestMachine {
    foreach ($type in 'A100-80Gx8', 'V100-32Gx4', 'RTX5000x4') {
        ConvertTo-Machine @{
            Id = 'psm9u09bwu5i'; Name = 'one'; State = 'provisioning'; MachineType = $type; Region = 'Europe (AMS1)'; Cpus = 96; Ram = 720GB
            Gpu = 'Quadro RTX 5000 x4'; PublicIpAddress = '198.151.100.101'; DtCreated = '2020-03-18T16:00:00Z'
        }
    }
    ConvertTo-Machine @{
        Id = 'psm9u09bwu5i'; Name = 'two'; State = 'serviceready'; MachineType = 'A100-80Gx8'; Region = 'East Coast (NY2)'; Cpus = 8; Ram = 512MB
        Gpu = 'None'; PublicIpAddress = '198.151.100.101'; DtCreated = '2022-03-17T15:59:20Z'
    }
}

function Get-WidestEvent {
    ConvertTo-Event @{ Name = 'vm-shutdown-force'; State = 'in progress'; DtCreated = '2022-03-17T15:59:00Z'; Seconds = 86399999; ErrorMsg = 'No P4000 capacity in East Coast (NY2).' }
}

function Get-WidestCost {
    [Paperspace.MachineCost] @{
        Name = 'Total'; MachineCount = 100000; FigureCount = 100000; EstimateCount = 100000; HoursUsed = 7440000.25; Cost = 9999999.99; ProjectedCost = 9999999.99
    }
}

function Get-WidestUtilization {
    $run = [Paperspace.Usage] @{ MachineId = 'psm9u09bwu5i'; SecondsUsed = 2678364; HourlyRate = 10.7825; BillingMonth = '2026-12' }
    $kept = [Paperspace.Usage] @{ MachineId = 'psm9u09bwu5i'; SecondsUsed = 2678364; MonthlyRate = 120.5; BillingMonth = '2026-12' }
    [Paperspace.MachineUtilization] @{ MachineId = 'psm9u09bwu5i'; MachineName = 'one'; Utilization = $run; StorageUtilization = $kept; IsEstimate = $true }
}

function Get-WidestUsage { foreach ($of in Get-WidestUtilization) { $of.Utilization; $of.StorageUtilization } }

function Get-WidestAccess {
    [Paperspace.MachineAccess] @{ MachineId = 'psm9u09bwu5i'; UserId = 'u64a1b2c3d4e'; Email = 'ada@example.com'; FirstName = 'Ada'; LastName = 'Example' }
}

function Get-WidestDesktop {
    [Paperspace.MachineDesktop] @{ MachineId = 'psm9u09bwu5i'; Protocol = 'VNC'; Hostname = '10.64.12.21'; Port = 65535; PublicIpAddress = '198.151.100.101' }
}

function Get-WidestNetwork {
    [Paperspace.Network] @{ Id = 'nwhoe4oxabcd'; Name = 'one'; Region = 'Europe (AMS1)'; Address = '192.168.192.128'; Netmask = '255.255.255.128'; IsDefault = $false }
}

function Get-WidestPublicIp {
    [Paperspace.PublicIp] @{ Ip = '198.151.100.101'; Region = 'Europe (AMS1)'; AssignedMachineId = 'psm9u09bwu5i'; DtCreated = [DateTimeOffset] '2026-01-05T08:00:00Z' }
}

function Get-WidestSharedDrive {
    [Paperspace.SharedDrive] @{ Id = 'RJFHxSmO7U03'; Name = 'one'; Size = 1023GB; Region = 'Europe (AMS1)'; NetworkId = 'nwhoe4oxabcd'; MountPoint = '\\192.168.192.128\sh1234' }
}

function Get-WidestScript {
    [Paperspace.Script] @{
        Id = 'sc123abc4567'; Name = 'one'; IsEnabled = $true; IsRunOnce = $false; AssignedMachineIds = [string[]] (1..1000)
        DtCreated = [DateTimeOffset] '2017-05-30T14:49:16Z'
    }
}

function Get-WidestSnapshot {
    [Paperspace.Snapshot] @{
        Id = 'slqafgu4n6gxge'; Name = 'one'; MachineId = 'psm9u09bwu5i'; IsAutoSnapshot = $false; State = 'in progress'; DtCreated = [DateTimeOffset] '2026-02-12T08:00:00Z'
    }
}

function Get-WidestTemplate {
    [Paperspace.Template] @{
        Id = 't7vp562h'; Label = 'MLiaB'; Name = 'mliab-u22-241108-h100'; DefaultSizeGb = 1000; Region = 'Europe (AMS1)'; Os = 'Windows 10 (Server 2022) - Licensed'
    }
}

function Get-WidestUser {
    [Paperspace.User] @{
        Id = 'ur7p0nb7n'; Email = 'ada@example.com'; FirstName = 'Ada'; LastName = 'Example'; IsOwner = $false; IsAdmin = $false
        LastActive = [DateTimeOffset] '2026-02-12T08:59:00Z'
    }
}

function Get-WidestActivity {
    [Paperspace.MachineActivity] @{
        MachineId = 'psm9u09bwu5i'; MachineName = 'one'; IsIdle = $true; IdleSince = [DateTimeOffset] '2026-02-12T08:59:00Z'; GpuUtilization = 100
        GpuMemoryUsed = 1023MB; GpuMemoryTotal = 80GB; Load1 = 99.99; Load5 = 99.99; Load15 = 99.99; Cpus = 96
        LoggedInUsers = [string[]] ('ada', 'bob'); RunningJobs = [string[]] (1..100); UptimeSeconds = 8564400; ReadAt = [DateTimeOffset] '2026-02-12T09:14:00Z'
        Gpus = [Paperspace.GpuActivity[]] @(
            @{ Index = 0; Name = 'NVIDIA A100-SXM4-80GB'; Utilization = 100; MemoryUsed = 1023MB; MemoryTotal = 1023GB }, @{ Index = 15; Name = 'one' })
    }
}

function Get-Activity {
    Get-WidestActivity
    [Paperspace.MachineActivity] @{ MachineId = 'ps123abc'; Load1 = 0.5; ReadAt = [DateTimeOffset] '2026-02-12T09:14:00Z' }
}

function Get-GpuActivity { (Get-WidestActivity).Gpus }

function Get-MachineJob {
    [Paperspace.MachineJob] @{ JobName = 'train-20260212-0859'; MachineId = 'psm9u09bwu5i'; MachineName = 'train-1'; StartedAt = [DateTimeOffset] '2026-02-12T08:59:00Z' }
}

function Get-MachineOutput {
    [Paperspace.MachineOutput] @{ MachineId = 'psm9u09bwu5i'; MachineName = 'train-1'; Line = 'epoch 1'; Time = [DateTimeOffset] '2026-02-12T08:59:00Z' }
    [Paperspace.MachineOutput] @{ MachineId = 'psm9u09bwu5i'; Line = 'no such file'; Stream = 'Error'; JobName = 'paperspace-1' }
}
