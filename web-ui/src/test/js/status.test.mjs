import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Status } from '../../main/resources/META-INF/resources/speech/status.js';

mock.timers.enable({ apis: ['setTimeout'] });

let shown;
let status;

beforeEach(() => {
  const lines = [];
  shown = lines;
  status = new Status((state, text) => lines.push([state, text]));
});

const event = (utteranceId, state, detail) => status.event({ utteranceId, state, detail });
const states = () => shown.map(([state]) => state);

test('follows an utterance from Speak to its end, and then listens again', () => {
  status.sending();
  status.accepted('a');
  ['accepted', 'synthesizing', 'speaking', 'done'].forEach((state) => event('a', state));
  mock.timers.tick(5000);

  assert.deepEqual([...new Set(states())], ['sending', 'accepted', 'synthesizing', 'speaking', 'done', 'idle']);
  assert.equal(shown.at(-1)[1], 'Listening…');
});

test('does not go back when the answer comes after the events', () => {
  event('a', 'speaking');
  status.accepted('a');
  event('a', 'accepted');

  assert.deepEqual(states(), ['speaking']);
});

test('does not mind the end of an utterance that this page replaced itself', () => {
  status.accepted('a');
  event('a', 'speaking');
  status.accepted('b');
  event('a', 'replaced');

  assert.equal(status.state, 'accepted');
});

test('tells when somebody else replaced the text', () => {
  status.accepted('a');
  event('b', 'accepted');
  event('a', 'replaced');

  assert.deepEqual(shown.at(-1), ['replaced', 'Replaced by a newer text.']);
});

test('says why a text failed, and an error as it is', () => {
  status.accepted('a');
  event('a', 'failed', 'no breath');
  assert.deepEqual(shown.at(-1), ['failed', 'The text can’t be spoken: no breath']);

  status.error('The server can’t be reached.');
  mock.timers.tick(10_000);
  assert.deepEqual(shown.at(-1), ['error', 'The server can’t be reached.']);
});

test('goes by the picture when no events come', () => {
  status.shown('a');
  assert.equal(status.state, 'speaking');

  status.shown(null);
  mock.timers.tick(3000);
  assert.equal(status.state, 'idle');
});
