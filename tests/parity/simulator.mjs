import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the simulator server, which has to be built, and returns its address and a function that stops it. */
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
