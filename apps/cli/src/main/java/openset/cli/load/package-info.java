/**
 * Many purchases at once, over the wire, and what came of them: throughput, latencies, CPU, bytes,
 * and the check that nothing was lost and all books balance. Start at {@link
 * openset.cli.load.Load}.
 */
package openset.cli.load;
