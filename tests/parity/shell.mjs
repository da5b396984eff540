import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a script in the project's shell, with the module imported; gives what it printed. */
export async function runShell(script) {
  const child = spawn('dotnet', ['run', '--no-build', '--project', 'src/Paperspace.Shell', '--', '-Command', script], { cwd: root });
  return finish(child);
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
