import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChannelClock } from '../../main/resources/META-INF/resources/live/clock.js';

/** Frames at 25 a second from `first` on, so many ms late; the page's clock is 1000 s behind the channel's. */
function play(clock, first, count, lateness) {
  for (let n = first; n < first + count; n++) {
    const time = 1000 + n / 25;
    clock.observe(time, n * 40 + lateness(n));
  }
}

test('shows a frame that came without delay 150 ms later', () => {
  const clock = new ChannelClock();
  play(clock, 0, 50, () => 5);

  assert.equal(Math.round(clock.timeOf(1000)), 155);
  assert.equal(clock.channelTimeAt(clock.timeOf(1234.5)), 1234.5);
});

test('goes by the fastest frames, however late most of them are', () => {
  const clock = new ChannelClock();
  play(clock, 0, 200, (n) => (n % 10 === 0 ? 5 : 60));

  assert.equal(Math.round(clock.timeOf(1000)), 155);
});

test('waits longer when the network is unsteady, and less when it calms down', () => {
  const clock = new ChannelClock();
  play(clock, 0, 250, (n) => (n % 5 === 0 ? 0 : 250));
  assert.equal(Math.round(clock.lead), 290);

  play(clock, 250, 750, () => 0);
  assert.equal(Math.round(clock.lead), 150);
});

test('does not let everybody wait for one stall', () => {
  const clock = new ChannelClock();
  play(clock, 0, 300, (n) => (n >= 200 && n < 205 ? 900 : 0));

  assert.equal(Math.round(clock.lead), 150);
});

test('never changes speed so much that one could see it', () => {
  const clock = new ChannelClock();
  let before = null;
  play(clock, 0, 500, (n) => {
    const now = clock.isSet ? clock.timeOf(1000) : null;
    if (before !== null && now !== null) {
      assert.ok(Math.abs(now - before) <= 1.6 + 1e-6, `${now - before} ms in one frame`);
    }
    before = now;
    return n > 100 ? 300 * Math.abs(Math.sin(n)) : 0;
  });
});

test('starts anew after this machine slept', () => {
  const clock = new ChannelClock();
  play(clock, 0, 50, () => 0);
  play(clock, 5000, 1, () => -100_000);

  assert.equal(Math.round(clock.timeOf(1200)), 200_000 - 100_000 + 150);
});

test('keeps its time for another sender whose clock is nearly the same', () => {
  const clock = new ChannelClock();
  play(clock, 0, 50, () => 5);

  assert.ok(clock.fits(1000 + 150 / 25, 150 * 40 + 100));
  assert.ok(!clock.fits(1000 + 150 / 25, 150 * 40 + 1000));
  assert.ok(!clock.fits(1000 + 150 / 25, 150 * 40 - 1000));
});

test('fits no sender before the first frame', () => {
  assert.ok(!new ChannelClock().fits(1000, 0));
});
