import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleText } from '../../main/resources/META-INF/resources/speech/sample.js';

const day = new Date(2026, 10, 30, 12);

test('speaks a date in the language of the voice', () => {
  assert.equal(sampleText({ language: 'de-DE' }, day), 'Montag, 30. November 2026');
  assert.equal(sampleText({ language: 'fr-FR' }, day), 'lundi 30 novembre 2026');
});

test('speaks English where a language has no form of it', () => {
  assert.equal(sampleText({ language: 'x_y!' }, day), 'Monday, November 30, 2026');
  assert.equal(sampleText({ language: '' }, day), 'Monday, November 30, 2026');
});
