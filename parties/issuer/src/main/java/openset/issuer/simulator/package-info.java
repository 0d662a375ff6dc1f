/**
 * Lets people who test against this issuer have what they need to see: a decline, a late, lost or
 * doubled answer, and messages that no acquirer sent. It is there only where it is configured.
 * Start with {@link openset.issuer.simulator.Simulator}.
 */
package openset.issuer.simulator;
