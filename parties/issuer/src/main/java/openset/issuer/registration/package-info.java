/**
 * The issuer as registration authority: the form a holder fills in, and the verdict on the answers.
 * No database and no SET message lives here.
 * Start with {@link openset.issuer.registration.VerificationRequest}.
 */
package openset.issuer.registration;
