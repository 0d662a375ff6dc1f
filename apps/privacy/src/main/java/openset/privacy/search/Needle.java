package openset.privacy.search;

import openset.privacy.promise.Thing;

/**
 * Octets that give a thing away where they are found.
 *
 * @param thing what they are of
 * @param form in which form
 * @param octets at least {@value #LEAST}, so that they are found nowhere by chance
 */
public record Needle(Thing thing, Form form, byte[] octets) {
  /** The fewest octets that are worth a search. */
  public static final int LEAST = 6;

  /** Nothing of what is looked for. */
  @Override
  public String toString() {
    return "Needle[" + thing + " " + form + "]";
  }
}
