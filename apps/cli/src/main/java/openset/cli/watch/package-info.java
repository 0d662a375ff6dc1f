/**
 * Watches messages pass at the edges of the participants that run here: names, ends and sizes. What
 * the demo prints and the load command counts; content only for the theatre of a demo world. Start
 * at {@link openset.cli.watch.Watch}.
 */
package openset.cli.watch;
