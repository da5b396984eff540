import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Calls an operation of the official client, at this host and with this key. */
export async function callOfficial(uri, apiKey, operation, parameters) {
  process.env.PAPERSPACE_CONFIG_HOST = uri;
  const paperspace = require('paperspace-node')({ apiKey });
  return new Promise((resolve, reject) => {
    paperspace.machines[operation]({ ...parameters }, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
