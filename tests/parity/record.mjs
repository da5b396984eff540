// Records what the official Node client sends for each operation in cases.json: npm ci --ignore-scripts && npm run record
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callOfficial } from './official.mjs';
import { Recorder } from './recorder.mjs';

const cases = JSON.parse(await readFile(new URL('cases.json', import.meta.url), 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'paperspace-parity-'));
const file = join(folder, 'boot.sh');
await writeFile(file, '#!/bin/bash\necho hi\n');
const recorder = new Recorder();
const uri = await recorder.start();
try {
  for (const { name, operation, parameters } of cases) {
    const given = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, value === '{file}' ? file : value]));
    await callOfficial(uri, name, operation, given);
  }
} finally {
  recorder.stop();
  await rm(folder, { recursive: true });
}
const recordings = cases.map(({ name }) => `  ${JSON.stringify(name)}: ${JSON.stringify(recorder.of(name)[0])}`);
await writeFile(new URL('requests.json', import.meta.url), `{\n${recordings.join(',\n')}\n}\n`);
console.log(`${recordings.length} requests are in requests.json.`);
