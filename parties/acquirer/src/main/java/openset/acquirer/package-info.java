/**
 * The acquirer: knows its merchants, routes authorizations to issuers, presents captures to the
 * clearing house and pays merchants. Never speaks SET and never stores a card number. Start at
 * {@link openset.acquirer.Acquirer}.
 */
package openset.acquirer;
