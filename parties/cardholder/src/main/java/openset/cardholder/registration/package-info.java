/**
 * One card, from its registration to its certificate: where it stands ({@link
 * openset.cardholder.registration.Registration}). Pure; never here: tables, keys at rest,
 * sentences.
 */
package openset.cardholder.registration;
