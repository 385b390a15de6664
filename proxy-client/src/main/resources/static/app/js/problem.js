// What the services answer, be it good news or a problem.

export class Refusal extends Error {
  constructor(problem) {
    const fields = (problem.errors ?? []).map((error) => `${error.field} ${error.message}`).join('; ');
    super(fields || problem.detail || problem.title || 'Something went wrong');
    this.problem = problem;
    this.status = problem.status;
  }
}

/** Asks, and says plainly that the shop couldn't be reached when the network fails. */
export async function ask(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refusal({ title: 'The shop cannot be reached. Are you online?', status: 0 });
  }
}

/** The body of a good answer, null for an empty one; a Refusal is thrown for all others. */
export async function answer(response) {
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new Refusal({ title: `The shop answered ${response.status}`, ...body, status: response.status });
}
