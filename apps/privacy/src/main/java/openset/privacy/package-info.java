/**
 * The privacy meter: what each participant stored of a purchase and could read, measured in its
 * live database and in the logs. Nothing is looked up in a table of what ought to be there: every
 * cell of every table is read, decoded, and opened with the keys that the participant has.
 *
 * <p>Start at {@link openset.privacy.Meter}; what must not be found, and where, is in {@link
 * openset.privacy.promise}.
 */
package openset.privacy;
