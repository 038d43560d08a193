// Asks the service. What goes wrong is an ApiError that says what is away, in the service's own words.

import { address } from './addresses.js';

const KEY = 'dateline-key';
const RETRY_MS = 300;

/** @property status 0 if the service itself did not answer */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The key that the reader gave, for as long as this tab is open. */
export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => sessionStorage.setItem(KEY, value),
};

/** The JSON at a path of the API, such as "totals". Without a key each answer may come from the browser's own cache. */
export async function get(path, parameters = {}, signal = undefined) {
  return (await open(path, parameters, signal)).json();
}

/** The answer itself, once it has begun. */
export async function open(path, parameters = {}, signal = undefined) {
  const response = await answer(address(`/api/v1/${path}`, parameters), signal);
  if (!response.ok) {
    throw new ApiError(response.status, await problem(response));
  }
  return response;
}

async function answer(url, signal) {
  const headers = key.get() ? { Authorization: `Bearer ${key.get()}` } : {};
  // Twice, as browsers give up what is under way when a computer changes its network.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(url, { headers, signal });
    } catch (e) {
      if (e.name === 'AbortError') {
        throw e;
      }
      if (attempt === 2) {
        throw new ApiError(0, 'The explorer does not answer: it has ended, or the network is away.');
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** The detail of a problem (RFC 9457); a proxy's page says less than the status. */
async function problem(response) {
  try {
    const body = await response.json();
    return body.detail || body.title || `status ${response.status}`;
  } catch {
    return `The explorer answered with the status ${response.status}.`;
  }
}
