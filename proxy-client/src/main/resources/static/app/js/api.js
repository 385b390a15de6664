// Talks to the services through the gateway that this page came from. The access token lives in memory alone; the
// refresh token is in a cookie that no script can read.

let accessToken = null;

export class Refusal extends Error {
  constructor(problem) {
    const fields = (problem.errors ?? []).map((error) => `${error.field} ${error.message}`).join('; ');
    super(fields || problem.detail || problem.title || 'Something went wrong');
    this.problem = problem;
  }
}

async function answer(response) {
  if (response.status === 204) return null;
  const body = await response.json().catch(() => ({ title: `The shop answered ${response.status}` }));
  if (!response.ok) throw new Refusal({ status: response.status, ...body });
  return body;
}

async function session(method, path, body) {
  const headers = { 'X-Requested-With': 'shop' };
  if (body) headers['Content-Type'] = 'application/json';
  const tokens = await answer(
    await fetch(`/app/session${path}`, { method, headers, body: body && JSON.stringify(body) }));
  accessToken = tokens?.accessToken ?? null;
}

export const signIn = (username, password) => session('POST', '', { username, password });
export const signOut = () => session('DELETE', '');

/** Goes on with the session of an earlier visit, if there is one. */
export async function resume() {
  try {
    await session('POST', '/refresh');
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.problem.status !== 401) throw refusal;
    accessToken = null;
  }
}

/** Who is signed in, as the token says; null for nobody. */
export function user() {
  if (!accessToken) return null;
  const claims = accessToken.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(atob(claims));
}

export async function call(method, path, body, headers = {}) {
  const send = () => fetch(path, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(accessToken ? { Authorization: `Bearer ${accessToken}` } : {}),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  let response = await send();
  if (response.status === 401 && accessToken) {
    await resume();
    response = await send();
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
