/**
 * Opening a card account: what is applied for, the rules, and the outcome. Pure values and rules.
 * No database lives here, and nothing is sealed or stored.
 * Start with {@link openset.issuer.opening.Application}.
 */
package openset.issuer.opening;
