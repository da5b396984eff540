import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a script in the official PowerShell, with the module imported; gives what it printed. */
export async function runPwsh(script) {
  const folder = await mkdtemp(join(tmpdir(), 'paperspace-parity-'));
  try {
    const file = join(folder, 'script.ps1');
    await writeFile(file, `Import-Module ./out/Paperspace\n${script}`);
    const options = ['-NoProfile', '-NonInteractive', '-File', file];
    return await finish(spawn('dotnet', ['tool', 'run', 'pwsh', '--', ...options], { cwd: root, env: { ...process.env, NO_COLOR: '1' } }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Starts the simulator server and gives its address, and what stops it. */
export async function startSimulator(...options) {
  const child = spawn('dotnet', ['run', '--no-build', '--project', 'src/Paperspace.Simulator.Server', '--', '--port', '0', ...options], { cwd: root });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const found = /on (http:\S+)/.exec(printed);
    if (found) return { uri: found[1], stop: () => stop(child) };
  }
  throw new Error(`The simulator did not start: ${printed}`);
}

async function stop(child) {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

async function finish(child) {
  const out = [];
  const errors = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => errors.push(chunk));
  const [code] = await once(child, 'close');
  return { code, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() };
}
