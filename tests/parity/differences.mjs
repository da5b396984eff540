/**
 * Where our requests differ from the official client's on purpose. Each entry says what and why, and turns the official client's request
 * into the one expected of us. Whatever no entry explains has to be the same.
 */
const without = (fields, ...names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
const isAction = (request) => /^\/(machines|scripts)\/[^/]+\/\w+$/.test(request.path) && request.method === 'POST';

export const differences = [
  {
    what: 'The id of the machine or script is in the path alone, not in the body again.',
    why: 'The reference sends it once. Start, stop and restart then have no body, as in its examples.',
    apply: (request) => {
      if (!isAction(request)) return request;
      const body = without(request.body ?? {}, 'machineId', 'scriptId');
      return { ...request, body: Object.keys(body).length === 0 ? null : body };
    },
  },
  {
    what: 'A list says how many machines a page is to have.',
    why: 'Pages are read until one is not full, so their size must be known and not a default that can change.',
    apply: (request) => (request.path === '/machines/getMachines' ? { ...request, query: { limit: '1000', ...request.query } } : request),
  },
  {
    what: 'A name is not sent with a list.',
    why: 'The API compares letter by letter; names are matched here as PowerShell matches them, by one rule for one name, several, and wildcards.',
    apply: (request) => (request.path === '/machines/getMachines' ? { ...request, query: without(request.query, 'name') } : request),
  },
  {
    what: 'A wait does not send the state it waits for.',
    why: 'The operation show has no such parameter; the client compares.',
    apply: (request) => (request.path === '/machines/getMachinePublic' ? { ...request, query: without(request.query, 'state') } : request),
  },
  {
    what: 'No ps_client_name and ps_client_version headers; User-Agent names this client instead.',
    why: 'That is the standard header for it.',
    apply: (request) => ({
      ...request,
      headers: [...request.headers.filter((name) => !name.startsWith('ps_client_')), 'user-agent'],
    }),
  },
  {
    what: 'A request without a body has no Content-Type.',
    why: 'There is nothing whose type could be told.',
    apply: (request) => (request.body === null ? { ...request, headers: request.headers.filter((name) => name !== 'content-type') } : request),
  },
  {
    what: 'Accept names JSON.',
    why: 'Nothing else can be read; a web page in between should know.',
    apply: (request) => ({ ...request, headers: [...request.headers, 'accept'] }),
  },
];

/** Headers of the connection, which each HTTP library sets as it likes. */
export const transport = new Set(['connection', 'host', 'content-length', 'accept-encoding', 'transfer-encoding', 'traceparent']);
