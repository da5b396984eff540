import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cases } from './cases.mjs';
import { differences, transport } from './differences.mjs';
import { callOfficial } from './official.mjs';
import { Recorder } from './recorder.mjs';
import { runPwsh } from './pwsh.mjs';

const recorder = new Recorder();
const key = (client, index) => `${client}-${index}`;

before(async () => {
  const uri = await recorder.start();
  for (const [index, { node }] of cases.entries()) await callOfficial(uri, key('official', index), ...node);
  const script = [
    'function Protect([string] $Text) { $secret = [securestring]::new(); foreach ($letter in $Text.ToCharArray()) { $secret.AppendChar($letter) }; $secret }',
    ...cases.map(({ ours }, index) => `$null = ${ours.replace('{account}', `-ApiKey ${key('ours', index)} -BaseUri ${uri}`)}`),
  ].join('\n');
  const { errors } = await runPwsh(script);
  assert.equal(errors, '');
});

after(() => recorder.stop());

const expected = (request) => differences.reduce((so_far, { apply }) => apply(so_far), request);
const headers = (request) => [...new Set(request.headers.filter((name) => !transport.has(name)))].sort();
const sorted = (fields) => Object.fromEntries(Object.entries(fields).sort());

for (const [index, { name, at = 0 }] of cases.entries()) {
  test(`${name}: the same request as the official client's`, () => {
    const [official] = recorder.of(key('official', index));
    const [ours, ...more] = recorder.of(key('ours', index)).slice(at);
    assert.ok(official, 'the official client sent nothing');
    assert.ok(ours, 'we sent nothing');
    assert.deepEqual(more, []);
    const wanted = expected(official);
    assert.equal(`${ours.method} ${ours.path}`, `${wanted.method} ${wanted.path}`);
    assert.deepEqual(ours.query, sorted(wanted.query));
    assert.deepEqual(ours.body, wanted.body);
    assert.deepEqual(headers(ours), headers(wanted));
    for (const [field, value] of Object.entries(official.rawQuery)) if (field in ours.rawQuery) assert.equal(ours.rawQuery[field], value);
  });
}
