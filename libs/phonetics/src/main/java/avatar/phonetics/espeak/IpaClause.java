package avatar.phonetics.espeak;

/**
 * The pronunciation of a clause.
 *
 * @param ipa with stress marks, words separated by spaces; empty if nothing of the clause is spoken
 * @param ending the punctuation that ends the clause; empty if there is none
 */
public record IpaClause(String ipa, String ending) {}
