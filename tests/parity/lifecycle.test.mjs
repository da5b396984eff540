import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callOfficial } from './official.mjs';
import { startSimulator } from './simulator.mjs';

let simulator;
const call = (operation, parameters) => callOfficial(simulator.uri, 'any', operation, parameters);

before(async () => {
  simulator = await startSimulator('--speed', '1000');
});

after(() => simulator.stop());

test('the official client takes a machine through its whole life in the simulator', async () => {
  const created = await call('create', {
    region: 'East Coast (NY2)', machineType: 'P4000', size: 50, billingType: 'hourly', machineName: 'One', templateId: 'tkni3aa4',
  });
  const machineId = created.id;
  assert.equal(created.state, 'provisioning');
  assert.equal((await call('waitfor', { machineId, state: 'ready' })).state, 'ready');
  assert.deepEqual((await call('list', { state: 'ready' })).map((machine) => machine.id), [machineId]);
  await call('update', { machineId, machineName: 'Two' });
  assert.equal((await call('show', { machineId })).name, 'Two');
  await call('setAccessForUser', { machineId, userId: 'ubx9ce8k', enableAccess: true });
  assert.ok((await call('utilization', { machineId, billingMonth: new Date().toISOString().slice(0, 7) })).utilization);
  assert.deepEqual(await call('availability', { region: 'East Coast (NY2)', machineType: 'P4000' }), { available: true });
  await call('restart', { machineId });
  await call('stop', { machineId });
  assert.equal((await call('waitfor', { machineId, state: 'off' })).state, 'off');
  await call('start', { machineId });
  await call('destroy', { machineId, releasePublicIp: true });
});

test('the official client is told of a machine that is not there', async () => {
  await assert.rejects(call('show', { machineId: 'psnone' }), /Not Found/);
});
