package openset.issuer.customer;

import openset.issuer.card.AccountId;

/**
 * A customer who is signed in.
 *
 * @param name with which the customer signed in
 * @param account the customer's own, the only one that can be looked at
 */
public record SignedIn(String name, AccountId account) {}
