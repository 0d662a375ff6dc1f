/**
 * How fast it is, by CPU time: whole purchases and the operators beside the cryptographic
 * operations they cannot do without, the codec beside others. Never shipped. Start at {@link
 * openset.bench.Report}; method and results are in docs/performance.md.
 */
package openset.bench;
