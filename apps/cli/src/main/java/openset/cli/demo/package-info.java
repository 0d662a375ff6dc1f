/**
 * One purchase through the eleven steps, told for people or as JSON.
 *
 * <p>{@link openset.cli.demo.Demo} has the steps in order, {@link openset.cli.demo.Town} the
 * participants they happen between, {@link openset.cli.demo.Telling} the times and messages.
 */
package openset.cli.demo;
