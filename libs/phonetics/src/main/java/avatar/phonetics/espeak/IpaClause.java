package avatar.phonetics.espeak;

/**
 * How a clause is pronounced.
 *
 * @param ipa with stress marks, words apart by spaces; empty if nothing of it is spoken
 * @param ending the sign that ends the clause; empty if there is none
 */
public record IpaClause(String ipa, String ending) {}
