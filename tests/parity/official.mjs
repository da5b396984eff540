import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Calls an operation of the official client, on machines unless it names another kind, at this host and with this key. */
export async function callOfficial(uri, apiKey, operation, parameters) {
  process.env.PAPERSPACE_CONFIG_HOST = uri;
  const paperspace = require('paperspace-node')({ apiKey });
  return new Promise((resolve, reject) => {
    const [kind, name] = operation.includes('.') ? operation.split('.') : ['machines', operation];
    paperspace[kind][name]({ ...parameters }, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
