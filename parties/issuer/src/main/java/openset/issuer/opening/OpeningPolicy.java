package openset.issuer.opening;

import openset.ledger.Money;

/**
 * What an issuer asks of applicants and grants them.
 *
 * @param leastAge in years
 * @param leastLimit the lowest credit limit
 * @param highestLimit the highest credit limit; names the currency of all accounts
 * @param cardMonths for how many months after this one a card is good
 */
public record OpeningPolicy(int leastAge, Money leastLimit, Money highestLimit, int cardMonths) {}
