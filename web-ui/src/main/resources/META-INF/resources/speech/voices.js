/** Orders hundreds of voices into groups of one language and engine, and finds those that somebody looks for. */

/** @typedef {import('./speech.js').Voice} Voice */
/** @typedef {{ label: string, voices: Voice[] }} Group */

/**
 * The groups with the voices that have every word of the query somewhere in their name, language or engine.
 * @param {Voice[]} voices
 * @param {string} query
 * @param {string} preferred the language whose groups come first, as BCP 47 has it
 * @returns {Group[]}
 */
export function groupsOf(voices, query, preferred) {
  const words = plain(query).split(/\s+/);
  const order = new Intl.Collator('en').compare;
  /** @type {Map<string, Voice[]>} */
  const groups = new Map();
  for (const voice of voices.filter((candidate) => fits(candidate, words))) {
    const label = groupLabel(voice);
    groups.set(label, [...(groups.get(label) ?? []), voice]);
  }
  return Array.from(groups, ([label, members]) => ({ label, voices: members }))
    .sort((a, b) => rank(a, preferred) - rank(b, preferred) || order(a.label, b.label));
}

/** @param {Voice} voice */
function groupLabel(voice) {
  return `${languageName(voice.language)} · ${voice.engine}`;
}

/** @param {string} language as BCP 47 has it, or nearly so */
export function languageName(language) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** @param {Group} group @param {string} preferred */
function rank({ voices }, preferred) {
  const language = voices[0]?.language ?? '';
  if (language.toLowerCase() === preferred.toLowerCase()) {
    return 0;
  }
  return language.split('-')[0] === preferred.split('-')[0] ? 1 : 2;
}

/** @param {Voice} voice @param {string[]} words */
function fits(voice, words) {
  const { id, name, language, engine, gender = '' } = voice;
  // "male" is within "female": whole words only.
  const inside = plain([id, name, languageName(language), language, engine].join(' '));
  return words.every((word) => inside.includes(word) || plain(gender) === word);
}

/** Without case and accents. @param {string} text */
function plain(text) {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{Mark}/gu, '');
}
