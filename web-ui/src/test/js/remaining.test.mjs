import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RemainingTime } from '../../main/resources/META-INF/resources/remaining.js';

const second = 1000;

test('counts down with the estimates', () => {
  const remaining = new RemainingTime();

  assert.equal(remaining.text(30, 0), 'about 30 s left');
  assert.equal(remaining.text(20, 10 * second), 'about 20 s left');
});

test('never shows a larger number without saying why', () => {
  const remaining = new RemainingTime();
  remaining.text(30, 0);

  assert.equal(remaining.text(31, 0.5 * second), 'about 30 s left');
  assert.equal(remaining.text(60, second), 'taking longer than estimated, about 60 s left');
  assert.equal(remaining.text(25, 4 * second), 'about 25 s left');
});

test('says so when the estimate stands still', () => {
  const remaining = new RemainingTime();
  remaining.text(10, 0);

  assert.equal(remaining.text(10, 5 * second), 'taking longer than estimated, about 10 s left');
});

test('says nothing where there is no estimate', () => {
  assert.equal(new RemainingTime().text(null), '');
});
