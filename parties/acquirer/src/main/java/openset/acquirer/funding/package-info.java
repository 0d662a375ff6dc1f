/**
 * How merchants get their money: the account it goes to, what is held back and for how long. Pure:
 * no clock, no SQL. Start at {@link openset.acquirer.funding.Reserve}.
 */
package openset.acquirer.funding;
