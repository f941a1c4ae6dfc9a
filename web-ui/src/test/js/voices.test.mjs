import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, languageName, shortName, shortReason } from '../../main/resources/META-INF/resources/speech/voices.js';

const voice = (id, name, language, engine, gender = 'unknown') => ({ id, name, language, engine, gender, available: true });
const VOICES = [
  voice('espeak-de', 'A voice of German', 'de-DE', 'espeak'),
  voice('fr-FR-HeloiseNeural', 'Héloïse', 'fr-FR', 'edge', 'female'),
  voice('de-DE-KatjaNeural', 'Katja', 'de-DE', 'edge', 'female'),
  voice('de-DE-ConradNeural', 'Conrad', 'de-DE', 'edge', 'male'),
  voice('flite-slt', 'SLT', 'en-US', 'flite', 'female'),
  voice('en-GB-RyanNeural', 'Ryan', 'en-GB', 'edge', 'male'),
];

const found = (query) => groupsOf(VOICES, query, 'en-US').flatMap((group) => group.voices.map(({ id }) => id));

test('groups voices by language, the preferred one first and its relatives next', () => {
  assert.deepEqual(groupsOf(VOICES, '', 'en-US').map(({ label, voices }) => [label, voices.length]), [
    ['American English', 1],
    ['British English', 1],
    ['French (France) · français (France)', 1],
    ['German (Germany) · Deutsch (Deutschland)', 3],
  ]);
});

test('finds by every word of the query, in any order, without accents', () => {
  assert.deepEqual(found('heloise'), ['fr-FR-HeloiseNeural']);
  assert.deepEqual(found('edge german'), ['de-DE-ConradNeural', 'de-DE-KatjaNeural']);
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

test('lists the best voices of a language first: neural ones, then local ones, formant ones last', () => {
  const mixed = ['espeak', 'flite', 'unheard-of', 'edge', 'piper'].map((engine) => voice(engine, engine, 'en-US', engine));

  assert.deepEqual(groupsOf(mixed, '', 'en-US')[0].voices.map(({ id }) => id), ['edge', 'piper', 'flite', 'espeak', 'unheard-of']);
});

test('finds a language by its own name, its English name and its code', () => {
  for (const query of ['deutsch', 'german', 'de-DE']) {
    assert.deepEqual(found(query), ['de-DE-ConradNeural', 'de-DE-KatjaNeural', 'espeak-de'], query);
  }
  assert.deepEqual(found('français'), ['fr-FR-HeloiseNeural']);
});

test('puts voices that cannot speak last, under one short reason', () => {
  const away = (id, language) => ({ ...voice(id, id, language, 'edge'), available: false, reason: 'no network; tried again in 30 s' });
  const groups = groupsOf([away('jenny', 'en-US'), away('henri', 'fr-FR'), ...VOICES], '', 'en-US');

  assert.deepEqual(groups.at(-1).voices.map(({ id }) => id), ['henri', 'jenny']);
  assert.equal(groups.at(-1).label, 'Not available: no network');
});

test('cuts a long reason, and leaves the voice out of it', () => {
  assert.equal(shortReason({ id: 'piper-x', reason: "piper-x can't be used: its file is broken. Load it again." }), 'its file is broken');
  assert.equal(shortReason({ id: 'x', reason: 'y'.repeat(300) }).length, 101);
  assert.equal(shortReason({ id: 'x', reason: 'the service can’t be used: x.example can’t be reached: x.example' }), 'the service can’t be used');
  assert.equal(shortReason({ id: 'x', reason: null }), 'no reason given');
});

test('shortens the names that say their language and maker', () => {
  assert.equal(shortName({ name: 'Microsoft Jenny Online (Natural) - English (United States)' }), 'Jenny');
  assert.equal(shortName({ name: 'SLT, American English' }), 'SLT, American English');
});
