/**
 * Customers on the bank's own pages: they open an account, sign in with a password and see to their
 * card. Start at {@link openset.issuer.customer.CustomerDesk}. Never here: HTTP, cookies, pages.
 */
package openset.issuer.customer;
