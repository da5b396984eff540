import http from 'node:http';
import { once } from 'node:events';

const machine = { id: 'psec02yp2', name: 'One', state: 'ready', usageRate: 'P4000 hourly', events: [] };

const script = { id: 'sc123abc', name: 'My Script', isEnabled: true, runOnce: false };

const answers = [
  ['GET', /^\/machines\/getMachines$/, 200, [machine]],
  ['GET', /^\/machines\/getMachinePublic$/, 200, machine],
  ['GET', /^\/machines\/getUtilization$/, 200, { machineId: machine.id, utilization: null, storageUtilization: null }],
  ['GET', /^\/machines\/getAvailability$/, 200, { available: true }],
  ['GET', /^\/scripts\/getScripts$/, 200, [script]],
  ['GET', /^\/scripts\/getScript$/, 200, script],
  ['GET', /^\/scripts\/getScriptText$/, 200, 'echo hi'],
  ['POST', /^\/scripts\/createScript$/, 200, script],
  ['POST', /^\/scripts\/[^/]+\/destroy$/, 204, undefined],
  ['GET', /^\/templates\/getTemplates$/, 200, [{ id: 'tbu200wi', label: 'Ubuntu 20.04 Server', os: 'Ubuntu 20.04 Server' }]],
  ['GET', /^\/users\/getUsers$/, 200, [{ id: 'ubx9ce8k', email: 'ada@example.com' }]],
  ['POST', /^\/machines\/createSingleMachinePublic$/, 200, machine],
  ['POST', /^\/machines\/[^/]+\/\w+$/, 204, undefined],
];

/** The body of a request: JSON, or a form with one file. */
const parse = (text, type) => {
  if (!type?.startsWith('multipart/form-data')) return text === '' ? null : JSON.parse(text);
  const [, head, content] = /^--.*?\r\n([\s\S]*?)\r\n\r\n([\s\S]*)\r\n--/.exec(text);
  return { field: /[ ;]name="?([^";\r]+)/.exec(head)[1], fileName: /filename="?([^";\r]+)/.exec(head)[1], content };
};

/** A server that answers anything plausibly and keeps each request, by the key it came with. */
export class Recorder {
  #server = http.createServer((request, response) => this.#record(request, response));
  #requests = new Map();

  /** Listens on loopback and gives its address. */
  async start() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** The requests that came with this key. */
  of(key) {
    return this.#requests.get(key) ?? [];
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #record(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url, 'http://localhost');
    const key = request.headers['x-api-key'];
    const kept = {
      method: request.method,
      target: request.url,
      headers: Object.keys(request.headers).sort(),
      body: parse(text, request.headers['content-type']),
    };
    this.#requests.set(key, [...this.of(key), kept]);
    const [, , status, body] = answers.find(([method, path]) => method === request.method && path.test(url.pathname)) ?? [0, 0, 404, {}];
    response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }
}
