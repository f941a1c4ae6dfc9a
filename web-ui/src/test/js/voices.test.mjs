import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, languageName } from '../../main/resources/META-INF/resources/speech/voices.js';

const voice = (id, name, language, engine, gender = 'unknown') => ({ id, name, language, engine, gender, available: true });
const VOICES = [
  voice('fr-FR-HeloiseNeural', 'Héloïse', 'fr-FR', 'edge', 'female'),
  voice('de-DE-KatjaNeural', 'Katja', 'de-DE', 'edge', 'female'),
  voice('de-DE-ConradNeural', 'Conrad', 'de-DE', 'edge', 'male'),
  voice('espeak-de', 'German', 'de-DE', 'espeak'),
  voice('flite-slt', 'SLT', 'en-US', 'flite', 'female'),
  voice('en-GB-RyanNeural', 'Ryan', 'en-GB', 'edge', 'male'),
];

const found = (query) => groupsOf(VOICES, query, 'en-US').flatMap((group) => group.voices.map(({ id }) => id));

test('groups voices by language and engine, the preferred language first and its relatives next', () => {
  assert.deepEqual(groupsOf(VOICES, '', 'en-US').map(({ label, voices }) => [label, voices.length]), [
    ['American English · flite', 1],
    ['British English · edge', 1],
    ['French (France) · edge', 1],
    ['German (Germany) · edge', 2],
    ['German (Germany) · espeak', 1],
  ]);
});

test('finds by every word of the query, in any order, without accents', () => {
  assert.deepEqual(found('heloise'), ['fr-FR-HeloiseNeural']);
  assert.deepEqual(found('edge german'), ['de-DE-KatjaNeural', 'de-DE-ConradNeural']);
  assert.deepEqual(found('de-DE kat'), ['de-DE-KatjaNeural']);
  assert.deepEqual(found('nobody'), []);
});

test('does not take a woman for a man', () => {
  assert.deepEqual(found('german male'), ['de-DE-ConradNeural']);
  assert.deepEqual(found('german female'), ['de-DE-KatjaNeural']);
});

test('leaves a language that has no name as it is', () => {
  assert.equal(languageName('x_y!'), 'x_y!');
});
