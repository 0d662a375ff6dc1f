/**
 * One purchase through the eleven steps, printed for people or as JSON. Start at {@code Demo}.
 */
package openset.cli.demo;
