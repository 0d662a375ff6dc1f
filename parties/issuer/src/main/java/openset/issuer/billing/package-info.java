/**
 * Bills: a calendar month of an account, what was owed before and after, what is to be paid until
 * when. Pure values. No database lives here.
 * Start with {@link openset.issuer.billing.Bill}.
 */
package openset.issuer.billing;
