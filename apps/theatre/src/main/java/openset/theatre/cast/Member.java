package openset.theatre.cast;

import java.util.List;
import java.util.function.Supplier;
import openset.pki.OpeningCredential;
import openset.store.Database;

/**
 * One participant of a demo world as its theatre sees it: a way to read its database, and the keys
 * that open what is sealed to it. No program outside of a demo world may hold this of others.
 *
 * @param name its name in the world
 * @param title its name for people
 * @param lane what it is
 * @param database its own, only read
 * @param keys what opens envelopes that are sealed to it, as far as it has them yet
 */
public record Member(
    String name,
    String title,
    Lane lane,
    Database database,
    Supplier<List<OpeningCredential>> keys) {
  /** Name and kind; no key. */
  @Override
  public String toString() {
    return name + " (" + lane.word() + ")";
  }
}
