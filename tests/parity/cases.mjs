import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The same call by both clients: `node` is the operation and its parameters for the official client, `ours` the command.
 * `{account}` stands for the parameters that say which key and host to use, `at` is how many requests of ours go before the one that is compared.
 */
const id = 'psec02yp2';
const smallest = { region: 'East Coast (NY2)', machineType: 'P4000', size: 50, billingType: 'hourly', machineName: 'One', templateId: 'tbu200wi' };
const smallestOurs = "New-PsMachine One -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tbu200wi {account}";

const create = (name, extra, parameters) => ({ name: `create ${name}`, node: ['create', { ...smallest, ...extra }], ours: `${smallestOurs} ${parameters}` });
const update = (name, value, parameter) => ({ name: `update ${name}`, node: ['update', { machineId: id, [name]: value }], ours: `Set-PsMachine ${id} ${parameter} {account}` });
const list = (name, value, parameter) => ({ name: `list by ${name} ${value}`, node: ['list', { [name]: value }], ours: `Get-PsMachine ${parameter} {account}` });

const file = join(mkdtempSync(join(tmpdir(), 'paperspace-parity-')), 'boot.sh');
writeFileSync(file, '#!/bin/bash\necho hi\n');
const script = "[Paperspace.Script] @{ Id = 'sc123abc' }";

export const cases = [
  create('with what is required', {}, ''),
  {
    name: 'create with a type that is not a word',
    node: ['create', { ...smallest, machineType: 'GPU+' }],
    ours: smallestOurs.replace('P4000', 'GPU+'),
  },
  create('teamId', { teamId: 'tewr3st2z' }, '-TeamId tewr3st2z'),
  create('assignPublicIp', { assignPublicIp: true }, '-AssignPublicIp'),
  create('assignPublicIp false', { assignPublicIp: false }, '-AssignPublicIp:$false'),
  create('dynamicPublicIp', { dynamicPublicIp: true }, '-DynamicPublicIp'),
  create('startOnCreate', { startOnCreate: false }, '-StartOnCreate $false'),
  create('networkId', { networkId: 'nng82wb' }, '-NetworkId nng82wb'),
  create('scriptId', { scriptId: 'sc123abc' }, '-ScriptId sc123abc'),
  create('userId', { userId: 'ubx9ce8k' }, '-UserId ubx9ce8k'),
  create('a new user', { email: 'a@b.c', password: 'p4ss', firstName: 'Ada', lastName: 'B' }, "-Email a@b.c -Password (Protect 'p4ss') -FirstName Ada -LastName B"),
  create('notificationEmail', { notificationEmail: 'd@e.f' }, '-NotificationEmail d@e.f'),
  create('takeInitialSnapshot', { takeInitialSnapshot: true }, '-TakeInitialSnapshot'),
  create(
    'a restore point',
    { takeInitialSnapshot: true, markSnapshotAsRestorePoint: true, restorePointFrequency: 'shutdown' },
    '-TakeInitialSnapshot -MarkSnapshotAsRestorePoint -RestorePointFrequency shutdown'),
  create('enableNvlink', { enableNvlink: true }, '-EnableNvlink'),

  { name: 'start', node: ['start', { machineId: id }], ours: `Start-PsMachine ${id} {account}` },
  { name: 'stop', node: ['stop', { machineId: id }], ours: `Stop-PsMachine ${id} {account}` },
  { name: 'restart', node: ['restart', { machineId: id }], ours: `Restart-PsMachine ${id} {account}` },
  { name: 'destroy', node: ['destroy', { machineId: id }], ours: `Remove-PsMachine ${id} -Confirm:$false {account}` },
  {
    name: 'destroy releasePublicIp',
    node: ['destroy', { machineId: id, releasePublicIp: true }],
    ours: `Remove-PsMachine ${id} -ReleasePublicIp -Confirm:$false {account}`,
  },

  update('machineName', 'New Machine Name', "-Name 'New Machine Name'"),
  update('shutdownTimeoutInHours', 24, '-ShutdownTimeoutInHours 24'),
  update('shutdownTimeoutForces', true, '-ShutdownTimeoutForces $true'),
  update('autoSnapshotFrequency', 'week', '-AutoSnapshotFrequency week'),
  update('autoSnapshotFrequency', null, '-AutoSnapshotFrequency $null'),
  update('autoSnapshotSaveCount', 4, '-AutoSnapshotSaveCount 4'),
  update('performAutoSnapshot', true, '-PerformAutoSnapshot $true'),
  update('dynamicPublicIp', true, '-DynamicPublicIp $true'),
  update('assignPublicIp', false, '-AssignPublicIp $false'),

  { name: 'list', node: ['list', {}], ours: 'Get-PsMachine {account}' },
  { name: 'list with limit and skip', node: ['list', { limit: 10, skip: 20 }], ours: 'Get-PsMachine -Limit 10 -Skip 20 {account}' },
  { name: 'list by machineId', node: ['list', { machineId: id, state: 'ready' }], ours: `Get-PsMachine -MachineId ${id} -State ready {account}` },
  list('name', 'One', '-Name One'),
  list('os', 'Ubuntu 20.04; x=1&y', "-Os 'Ubuntu 20.04; x=1&y'"),
  list('ram', '32212254720', '-Ram 30GB'),
  list('cpus', 8, '-Cpus 8'),
  list('gpu', 'Quadro P4000', "-Gpu 'Quadro P4000'"),
  list('gpu', null, '-Gpu $null'),
  list('storageTotal', '53687091200', '-StorageTotal 50GB'),
  list('storageUsed', '110080', '-StorageUsed 110080'),
  list('usageRate', 'P4000 hourly', "-UsageRate 'P4000 hourly'"),
  list('shutdownTimeoutInHours', 24, '-ShutdownTimeoutInHours 24'),
  list('performAutoSnapshot', true, '-PerformAutoSnapshot $true'),
  list('autoSnapshotFrequency', 'day', '-AutoSnapshotFrequency day'),
  list('autoSnapshotSaveCount', 1, '-AutoSnapshotSaveCount 1'),
  list('agentType', 'LinuxDesktop', '-AgentType LinuxDesktop'),
  list('dtCreated', '2022-03-14T15:47:53.852Z', "-DtCreated '2022-03-14T15:47:53.852Z'"),
  list('state', 'ready', '-State ready'),
  list('updatesPending', false, '-UpdatesPending $false'),
  list('networkId', 'nng82wb', '-NetworkId nng82wb'),
  list('privateIpAddress', '10.64.1.99', '-PrivateIpAddress 10.64.1.99'),
  list('publicIpAddress', '172.83.15.54', '-PublicIpAddress 172.83.15.54'),
  list('region', 'East Coast (NY2)', '-Region NY2'),
  list('userId', 'ubx9ce8k', '-UserId ubx9ce8k'),
  list('teamId', 'tewr3st2z', '-TeamId tewr3st2z'),
  list('scriptId', 'sc123abc', '-ScriptId sc123abc'),
  list('dtLastRun', null, '-DtLastRun $null'),

  { name: 'show', node: ['show', { machineId: id }], ours: `Get-PsMachine -MachineId ${id} {account}` },
  {
    name: 'setAccessForUser true',
    node: ['setAccessForUser', { machineId: id, userId: 'ubx9ce8k', enableAccess: true }],
    ours: `Grant-PsMachineAccess ${id} ubx9ce8k {account}`,
  },
  {
    name: 'setAccessForUser false',
    node: ['setAccessForUser', { machineId: id, userId: 'ubx9ce8k', enableAccess: false }],
    ours: `Revoke-PsMachineAccess ${id} ubx9ce8k {account}`,
  },
  {
    name: 'utilization',
    node: ['utilization', { machineId: id, billingMonth: '2022-03' }],
    ours: `Get-PsMachineUtilization ${id} 2022-03 {account}`,
  },
  { name: 'waitfor', node: ['waitfor', { machineId: id, state: 'ready' }], ours: `Wait-PsMachine ${id} ready {account}` },
  {
    name: 'availability',
    node: ['availability', { region: 'East Coast (NY2)', machineType: 'GPU+' }],
    ours: 'Get-PsMachineAvailability NY2 GPU+ {account}',
  },

  { name: 'templates list', node: ['templates.list', {}], ours: 'Get-PsTemplate {account}' },
  { name: 'users list', node: ['users.list', {}], ours: 'Get-PsUser {account}' },
  {
    name: 'create from a template by its label',
    node: ['create', smallest],
    ours: "New-PsMachine One -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -Template 'Ubuntu 20.04 Server' {account}",
    at: 1,
  },
  {
    name: 'setAccessForUser by the e-mail address',
    node: ['setAccessForUser', { machineId: id, userId: 'ubx9ce8k', enableAccess: true }],
    ours: `Grant-PsMachineAccess ${id} -User ada@example.com {account}`,
    at: 1,
  },
  { name: 'scripts list', node: ['scripts.list', {}], ours: 'Get-PsScript {account}' },
  { name: 'scripts show', node: ['scripts.show', { scriptId: 'sc123abc' }], ours: `${script} | Get-PsScript {account}` },
  { name: 'scripts text', node: ['scripts.text', { scriptId: 'sc123abc' }], ours: `${script} | Get-PsScript -IncludeText {account}`, at: 1 },
  {
    name: 'scripts create from a text',
    node: ['scripts.create', { scriptName: 'My Script', scriptText: 'echo hi', scriptDescription: 'Says hi', isEnabled: false, runOnce: true }],
    ours: "New-PsScript 'My Script' 'echo hi' -Description 'Says hi' -IsEnabled $false -RunOnce {account}",
  },
  {
    name: 'scripts create from a file',
    node: ['scripts.create', { scriptName: 'My Script', scriptFile: file, scriptDescription: 'Says hi', runOnce: true }],
    ours: `New-PsScript 'My Script' -Path '${file}' -Description 'Says hi' -RunOnce {account}`,
  },
  { name: 'scripts destroy', node: ['scripts.destroy', { scriptId: 'sc123abc' }], ours: `${script} | Remove-PsScript -Confirm:$false {account}` },
];
