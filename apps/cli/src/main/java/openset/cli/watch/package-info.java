/**
 * Watches messages pass at the edges of the participants that run here: names, ends and sizes,
 * never content. What the demo prints and the load command counts. Start at {@link
 * openset.cli.watch.Watch}.
 */
package openset.cli.watch;
