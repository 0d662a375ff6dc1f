/** Wiring, commands, configuration, the demo world. */
package openset.cli;
