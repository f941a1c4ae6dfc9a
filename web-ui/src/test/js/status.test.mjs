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

test('follows an utterance from Speak to its end, and is ready again', () => {
  status.sending();
  status.accepted('a');
  ['accepted', 'synthesizing', 'speaking', 'done'].forEach((state) => event('a', state));
  mock.timers.tick(5000);

  assert.deepEqual([...new Set(states())], ['sending', 'accepted', 'synthesizing', 'speaking', 'done', 'idle']);
  assert.equal(shown.at(-1)[1], 'Ready');
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

test('says when somebody else replaced the text', () => {
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

test('goes on speaking when the picture shows the utterance again after an interruption', () => {
  event('a', 'speaking');
  status.shown('a');
  status.shown(null);
  mock.timers.tick(500);
  status.shown('a');
  mock.timers.tick(3000);

  assert.equal(status.state, 'speaking');
});

test('says which voice speaks in place of the requested one, until the end of the utterance', () => {
  status.accepted('a');
  event('a', 'synthesizing');
  event('a', 'synthesizing', 'slt speaks in place of jenny: offline: x.example can’t be reached');
  assert.deepEqual(shown.at(-1), ['synthesizing', 'Preparing the voice… slt speaks in place of jenny: offline']);

  event('a', 'speaking');
  assert.deepEqual(shown.at(-1), ['speaking', 'Speaking… slt speaks in place of jenny: offline']);
  event('a', 'done');
  assert.deepEqual(shown.at(-1), ['done', 'Done.']);
});

test('says so, too, when the voice is replaced in mid-speech', () => {
  event('a', 'speaking');
  event('a', 'synthesizing', 'slt speaks in place of jenny: lost');

  assert.deepEqual(shown.at(-1), ['speaking', 'Speaking… slt speaks in place of jenny: lost']);
});

test('goes on speaking while texts are queued, and counts them', () => {
  event('a', 'speaking');
  for (const queued of ['b', 'c']) {
    status.sending('enqueue');
    event(queued, 'accepted');
    status.accepted(queued, 'enqueue');
    event(queued, 'synthesizing');
  }
  assert.deepEqual(shown.at(-1), ['speaking', 'Speaking… 2 texts are queued.']);

  event('a', 'done');
  assert.deepEqual(shown.at(-1), ['synthesizing', 'Preparing the voice… 1 text is queued.']);
  event('b', 'speaking');
  event('b', 'done');
  event('c', 'speaking');
  assert.deepEqual(shown.at(-1), ['speaking', 'Speaking…']);
});

test('queues nothing when nothing is said', () => {
  status.sending('enqueue');
  status.accepted('a', 'enqueue');

  assert.deepEqual(shown.at(-1), ['accepted', 'Accepted. Waiting for the voice…']);
});

test('says that a stop ended the queue, too', () => {
  event('a', 'speaking');
  status.accepted('b', 'enqueue');
  event('b', 'stopped');
  event('a', 'stopped');

  assert.deepEqual(shown.at(-1), ['stopped', 'Stopped.']);
});
