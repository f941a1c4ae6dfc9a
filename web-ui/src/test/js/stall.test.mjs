import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { StallTimer } from '../../main/resources/META-INF/resources/setup/stall.js';

mock.timers.enable({ apis: ['setTimeout'] });

let stalls;
let timer;

beforeEach(() => {
  stalls = 0;
  timer = new StallTimer(() => 30_000, () => { stalls++; });
});

afterEach(() => timer.stop());

test('notices that nothing changes for the timeout, even while the same is reported again', () => {
  timer.progressed('33 %');
  mock.timers.tick(20_000);
  assert.equal(timer.progressed('33 %'), false);
  mock.timers.tick(10_000);

  assert.equal(stalls, 1);
});

test('waits again after every change', () => {
  timer.progressed('33 %');
  mock.timers.tick(20_000);
  assert.equal(timer.progressed('34 %'), true);
  mock.timers.tick(20_000);

  assert.equal(stalls, 0);
});

test('notices nothing after the end', () => {
  timer.progressed('33 %');
  timer.stop();
  mock.timers.tick(60_000);

  assert.equal(stalls, 0);
});
