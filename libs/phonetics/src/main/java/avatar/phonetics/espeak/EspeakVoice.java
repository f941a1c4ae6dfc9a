package avatar.phonetics.espeak;

import avatar.phonetics.speech.Gender;

/**
 * A voice of espeak-ng. Each language and dialect has one.
 *
 * @param id its language as espeak-ng names it, in lower case: {@code en-us}, {@code cmn}
 * @param name in English
 * @param language BCP 47
 * @param file espeak-ng's file of the voice, which identifies it
 */
public record EspeakVoice(String id, String name, String language, Gender gender, String file) {

    /**
     * A variant of this voice for the same language.
     *
     * @param name of a variant of espeak-ng, {@code +f2} for instance; empty for the voice itself
     */
    public EspeakVoice variant(String name) {
        return new EspeakVoice(id, this.name, language, gender, file + name);
    }
}
