package openset.privacy;

import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;
import openset.privacy.search.Form;

/**
 * A thing that was found.
 *
 * @param thing what
 * @param sight how far it is seen there
 * @param form in which form
 * @param place where
 * @param most the most that is promised for that place
 */
public record Finding(Thing thing, Sight sight, Form form, Place place, Sight most) {
  /** Whether a promise is broken. */
  public boolean isBreach() {
    return sight.exceeds(most);
  }
}
