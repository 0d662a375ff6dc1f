package openset.privacy;

import java.util.List;
import openset.crypto.SecretBytes;
import openset.privacy.promise.Part;
import openset.privacy.search.Reach;
import openset.privacy.store.Login;

/**
 * Somebody whose database is looked into, as itself: with its own role, and with all keys it has.
 *
 * @param name in the world, for example {@code lantern}
 * @param title its name for people
 * @param part what it does in a purchase
 * @param login to its database
 * @param reach what it can open
 * @param secrets its keys and passphrases, which must be found nowhere
 */
public record Subject(
    String name, String title, Part part, Login login, Reach reach, List<SecretBytes> secrets) {
  public Subject {
    secrets = List.copyOf(secrets);
  }
}
