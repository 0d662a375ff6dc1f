/** Layers, tidy, privacy, spec coverage, crash, end to end. */
package openset.checks;
