/** A world without chance: clock, randomness, network; hostile peer; vector writers. */
package openset.testkit;
