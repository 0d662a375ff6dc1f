/** Evidence bundles on the terminal: exported, verified, reduced. */
package openset.cli.evidence;
