import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Wave } from '../../main/resources/META-INF/resources/timeline/wave.js';

const RATE = 1000;

/** So many seconds of one loudness. */
function sound(seconds, value) {
  const pcm = new Int16Array(seconds * RATE).fill(value);
  return new Uint8Array(pcm.buffer);
}

function wav(...pcm) {
  const data = Buffer.concat(pcm);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return new Uint8Array(Buffer.concat([head, data])).buffer;
}

test('puts one segment behind the other', () => {
  const wave = new Wave();
  wave.add(0, RATE, sound(0.1, 16384));
  wave.add(1, RATE, sound(0.2, -8192));

  assert.equal(wave.peaks.length, 30);
  assert.equal(wave.peaks[9], 0.5);
  assert.equal(wave.peaks[10], 0.25);
  assert.ok(Math.abs(wave.duration - 0.3) < 1e-9);
});

test('passes over a segment that comes again, and one whose place is not known', () => {
  const wave = new Wave();
  wave.add(0, RATE, sound(0.1, 16384));
  wave.add(0, RATE, sound(0.1, 16384));
  wave.add(2, RATE, sound(0.1, 16384));

  assert.equal(wave.peaks.length, 10);
});

test('takes the whole sound in place of a part of it', () => {
  const wave = new Wave();
  wave.add(1, RATE, sound(0.1, 100));
  wave.load(wav(sound(0.1, 16384), sound(0.1, 8192)));

  assert.equal(wave.peaks.length, 20);
  assert.equal(wave.peaks[0], 0.5);
  assert.equal(wave.peaks[19], 0.25);
});

test('knows nothing of a file that is no sound', () => {
  const wave = new Wave();
  wave.load(new Uint8Array(100).buffer);

  assert.equal(wave.peaks.length, 0);
});
