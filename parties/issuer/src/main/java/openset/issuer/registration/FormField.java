package openset.issuer.registration;

/**
 * One question of a registration form. Names and descriptions are in the language of the form; keys
 * are the same in every language.
 *
 * @param key which question it is; answers are sent under {@link FormKey#key()}
 * @param label the question in a few words
 * @param description how to answer
 * @param longest the most characters an answer may have
 * @param required whether it must be answered
 * @param hidden whether the answer should not be shown while it is typed
 */
public record FormField(
    FormKey key,
    String label,
    String description,
    int longest,
    boolean required,
    boolean hidden) {}
