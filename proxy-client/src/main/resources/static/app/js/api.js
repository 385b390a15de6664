// Calls the services, with the token of whoever is signed in.
import { answer, ask } from './problem.js';
import { refresh, token } from './session.js';

/** Whether the password was entered too long ago for this request (RFC 9470); a refreshed token is no younger. */
const wantsPassword = (response) => /insufficient_user_authentication/.test(response.headers.get('WWW-Authenticate') ?? '');

/** A 401 refreshes the session and repeats the call, once; where the session is over, as nobody in particular. */
export async function call(method, path, body, headers = {}) {
  const send = () => ask(path, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token() ? { Authorization: `Bearer ${token()}` } : {}),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const used = token();
  let response = await send();
  if (response.status === 401 && !wantsPassword(response)) {
    if (token() === used) await refresh();
    if (token() !== used) response = await send();
  }
  return answer(response);
}

export const get = (path) => call('GET', path);

/** All entries of a list, page after page. */
export async function all(path) {
  const entries = [];
  for (let page = 0, pages = 1; page < pages; page++) {
    const list = await get(`${path}${path.includes('?') ? '&' : '?'}size=100&page=${page}`);
    entries.push(...list.collection);
    pages = list.page.totalPages;
  }
  return entries;
}

/** A random UUID, also where the page isn't served securely and the browser's own function is missing. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
