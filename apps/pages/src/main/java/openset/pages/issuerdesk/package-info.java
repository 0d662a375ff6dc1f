/**
 * An issuer's back office: applications, accounts, cards, authorizations, statements, disputes,
 * rules. Start at {@link openset.pages.issuerdesk.IssuerOffice}.
 */
package openset.pages.issuerdesk;
