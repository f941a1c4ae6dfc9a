/** Hundreds of voices as a list: grouped by language, the best ones first, searched by name, language and engine. */

/** @typedef {import('./speech.js').Voice} Voice */
/** @typedef {{ label: string, why?: string, voices: Voice[] }} Group `why`: the server's complete reason why they can't speak */

/** What an engine's voices are, the most natural first. */
const KINDS = new Map([
  ['edge', 'neural, online'],
  ['piper', 'neural, local'],
  ['flite', 'classic, local'],
  ['espeak', 'formant, local'],
]);
const LONGEST_REASON = 100;
const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * The groups with the voices that match every word of the query: one group for each language, and at the end one for each
 * reason why voices can't speak now.
 * @param {Voice[]} voices
 * @param {string} query
 * @param {string} preferred the language whose groups come first, as BCP 47 has it
 * @returns {Group[]}
 */
export function groupsOf(voices, query, preferred) {
  const words = plain(query).split(/\s+/);
  /** @type {Map<string, Voice[]>} */
  const groups = new Map();
  for (const voice of voices.filter((candidate) => matches(candidate, words)).sort(byQuality)) {
    const label = voice.available ? groupLabel(voice.language) : `Not available: ${shortReason(voice)}`;
    groups.set(label, [...(groups.get(label) ?? []), voice]);
  }
  return Array.from(groups, ([label, members]) => ({ label, why: members[0]?.reason ?? '', voices: members }))
    .sort((a, b) => rank(a, preferred) - rank(b, preferred) || compare(sortKey(a), sortKey(b)));
}

/** The English name of a language. @param {string} language as BCP 47 has it, or nearly so */
export function languageName(language) {
  return namesOf(language).english;
}

/** The kind of a voice in words. @param {Voice} voice */
export function kindOf({ engine }) {
  return KINDS.get(engine) ?? engine;
}

/** A voice's name without what its group says already. @param {Voice} voice */
export function shortName({ name }) {
  return /^Microsoft (.+?) Online/.exec(name)?.[1] ?? name;
}

/** Why a voice can't speak, in one clause. @param {Voice} voice */
export function shortReason({ id, reason }) {
  const clause = (reason ?? 'no reason given').replace(`${id} can't be used: `, '').split(/[;:.] |[;.]$/)[0] ?? '';
  return clause.length > LONGEST_REASON ? `${clause.slice(0, LONGEST_REASON)}…` : clause;
}

/** @typedef {{ english: string, own: string }} Names */
/** @type {Map<string, Names>} */
const NAMES = new Map();

/** @param {string} language @returns {Names} */
function namesOf(language) {
  const known = NAMES.get(language) ?? { english: nameIn('en', language), own: nameIn(language, language) };
  NAMES.set(language, known);
  return known;
}

/** @param {string} reader the language of the name @param {string} language */
function nameIn(reader, language) {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** "German (Germany) · Deutsch (Deutschland)". @param {string} language */
function groupLabel(language) {
  const { english, own } = namesOf(language);
  return english === own ? english : `${english} · ${own}`;
}

/** "German Austrian German …": the regions of a language stand together. @param {Group} group */
function sortKey({ label, voices: [first] }) {
  return `${first?.available ? languageName(first.language.split('-')[0] ?? '') : ''} ${label}`;
}

/** @param {Voice} a @param {Voice} b */
function byQuality(a, b) {
  const [best, other] = [a, b].map(({ engine }) => [...KINDS.keys(), engine].indexOf(engine));
  return (best ?? 0) - (other ?? 0) || compare(shortName(a), shortName(b));
}

/** @param {Group} group @param {string} preferred */
function rank({ voices: [first] }, preferred) {
  const language = first?.language ?? '';
  if (!first?.available) {
    return 3;
  }
  if (language.toLowerCase() === preferred.toLowerCase()) {
    return 0;
  }
  return language.split('-')[0] === preferred.split('-')[0] ? 1 : 2;
}

/** @param {Voice} voice @param {string[]} words */
function matches(voice, words) {
  const { id, name, language, engine, gender = '' } = voice;
  const { english, own } = namesOf(language);
  // "male" is within "female": whole words only.
  const inside = plain([id, name, english, own, language, engine, kindOf(voice)].join(' '));
  return words.every((word) => inside.includes(word) || plain(gender) === word);
}

/** Without case and accents. @param {string} text */
function plain(text) {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{Mark}/gu, '');
}
