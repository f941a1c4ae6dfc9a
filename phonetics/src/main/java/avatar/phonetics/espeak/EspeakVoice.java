package avatar.phonetics.espeak;

import avatar.phonetics.speech.Gender;

/**
 * A voice of espeak-ng: one for each of its languages and dialects.
 *
 * @param id its language as espeak-ng names it, in lower case: {@code en-us}, {@code cmn}
 * @param name in English
 * @param language BCP 47
 * @param file where espeak-ng keeps it; names it without doubt
 */
public record EspeakVoice(String id, String name, String language, Gender gender, String file) {}
