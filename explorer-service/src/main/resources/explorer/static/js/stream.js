// Server-sent events through fetch: the browser's own EventSource sends no key.

import { open, ApiError } from './api.js';

const LONGEST_PAUSE_MS = 15_000;

/**
 * Hands over the data of each event, as JSON, until the signal aborts. When the connection breaks it is opened again, after
 * 1 s at first and 15 s at most; `onAway` gets the error meanwhile.
 */
export async function listen(path, onData, onAway, signal) {
  let pause = 1_000;
  while (!signal.aborted) {
    try {
      const response = await open(path, {}, signal);
      await read(response.body, (data) => {
        pause = 1_000;
        onData(data);
      });
      onAway(new ApiError(0, 'The explorer has ended the stream.'));
    } catch (e) {
      if (signal.aborted) {
        return;
      }
      onAway(e);
    }
    await wait(pause, signal);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  }
}

async function read(body, onData) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice('data:'.length))
        .join('\n');
      if (data) {
        onData(JSON.parse(data));
      }
    }
  }
}

function wait(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
