/**
 * May this card pay this amount now? Pure values and rules, no microsecond of waiting.
 * No database, no wire, no clock lives here.
 * Start with {@link openset.issuer.decision.DecisionRules}.
 */
package openset.issuer.decision;
