/**
 * What checks and benchmarks share: worlds without chance, whole purchases in memory, and the
 * writers of {@code vectors/}. Never shipped. Start at {@link openset.testkit.world.World} and
 * {@link openset.testkit.vector.WriteVectors}.
 */
package openset.testkit;
