/**
 * What an issuer's decision costs; {@code verification/run
 * openset.bench.decision.DecisionCost}.
 */
package openset.bench.decision;
