import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MultipartParser } from '../../main/resources/META-INF/resources/live/multipart.js';

const bytes = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (body) => String.fromCharCode(...body);
const part = (body, headers = '') =>
  `--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}\r\n`;

test('gives every part with its headers', () => {
  const parts = new MultipartParser().push(bytes(part('one', 'X-Timestamp: 12.5\r\n') + part('two')));

  assert.deepEqual(parts.map(({ body }) => text(body)), ['one', 'two']);
  assert.equal(parts[0].number('x-timestamp'), 12.5);
  assert.equal(parts[1].number('x-timestamp'), null);
  assert.equal(parts[1].text('content-type'), 'image/jpeg');
});

test('does not care where the network cuts the stream', () => {
  const stream = bytes(part('a\r\n--frame\r\n\r\nb') + part('') + part('last'));
  for (let size = 1; size <= stream.length; size++) {
    const parser = new MultipartParser();
    const bodies = [];
    for (let at = 0; at < stream.length; at += size) {
      bodies.push(...parser.push(stream.subarray(at, at + size)).map(({ body }) => text(body)));
    }
    assert.deepEqual(bodies, ['a\r\n--frame\r\n\r\nb', '', 'last'], `in pieces of ${size}`);
  }
});

test('gives a part as soon as its last byte is there', () => {
  const parser = new MultipartParser();
  const stream = bytes(part('body'));

  assert.equal(parser.push(stream.subarray(0, stream.length - 3)).length, 0);
  assert.equal(parser.push(stream.subarray(stream.length - 3, stream.length - 2)).length, 1);
});

test('refuses what is no multipart stream', () => {
  assert.throws(() => new MultipartParser().push(bytes('x'.repeat(10_000))), /no part begins/);
  assert.throws(() => new MultipartParser().push(bytes('--frame\r\nContent-Type: a\r\n\r\n')), /length is undefined/);
  assert.throws(() => new MultipartParser().push(bytes('--frame\r\nContent-Length: -1\r\n\r\n')), /length is -1/);
});
