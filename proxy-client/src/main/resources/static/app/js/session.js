// Who is signed in. The access token lives in memory alone; the refresh token is in a cookie no script can read.
import { answer, ask, Refusal } from './problem.js';

let accessToken = null;
let refreshing = null;

export const token = () => accessToken;

async function send(method, path, body) {
  const headers = { 'X-Requested-With': 'shop' };
  if (body) headers['Content-Type'] = 'application/json';
  return answer(await ask(`/app/session${path}`, { method, headers, body: body && JSON.stringify(body) }));
}

function take(next) {
  const before = user()?.sub;
  accessToken = next;
  if (user()?.sub !== before) dispatchEvent(new Event('user-changed'));
}

export async function signIn(username, password) {
  take((await send('POST', '', { username, password })).accessToken);
}

export async function signOut() {
  await send('DELETE', '');
  take(null);
}

/** Goes on with an earlier session; false where there is none. A refresh token works once, so tabs take turns. */
export function refresh() {
  const turn = navigator.locks ? (work) => navigator.locks.request('shop-session', work) : (work) => work();
  refreshing ??= turn(renew).finally(() => { refreshing = null; });
  return refreshing;
}

async function renew() {
  try {
    take((await send('POST', '/refresh'))?.accessToken ?? null);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 401) throw refusal;
    take(null);
  }
  return accessToken !== null;
}

/** What the token says: sub, username, roles; null for nobody. */
export function user() {
  if (!accessToken) return null;
  const claims = accessToken.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(claims), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
