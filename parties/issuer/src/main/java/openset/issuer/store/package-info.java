/**
 * What the issuer keeps: cards, applications, registration attempts, authorizations, postings.
 * All SQL of the issuer lives here and no rule does: who decides calls these inside a transaction.
 * Start with {@link openset.issuer.store.Cards}.
 */
package openset.issuer.store;
