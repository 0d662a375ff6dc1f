/**
 * How fast it is: the codec, the operators and whole purchases by CPU time, and a report
 * that sets a purchase beside the cryptographic operations it cannot do without. Never shipped.
 * Start at {@link openset.bench.Report}; results and method are in docs/performance.md.
 */
package openset.bench;
