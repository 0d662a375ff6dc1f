/**
 * The scenarios of {@code vectors/}: their format, how our code reads one and what it says, and
 * their writers. Start at {@link openset.testkit.vector.Vector}, then {@link
 * openset.testkit.vector.Reading} and {@link openset.testkit.vector.WriteVectors}.
 */
package openset.testkit.vector;
