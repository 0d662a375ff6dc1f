/**
 * What the issuer does: each desk is one service, each call one transaction: look up, let the rules
 * decide, store. No SQL, no rule and no wire format lives here.
 * Start with {@link openset.issuer.desk.AuthorizationDesk}.
 */
package openset.issuer.desk;
