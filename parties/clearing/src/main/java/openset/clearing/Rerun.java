package openset.clearing;

import java.util.List;

/**
 * What a cycle that was run again is like, beside what it was. Nothing is booked twice: what is
 * stored is worked out anew and compared.
 *
 * @param cycle its name
 * @param isNetted false while some item waits for its receiver's word; nothing is compared then
 * @param positions how many were worked out anew
 * @param files how many were written anew
 * @param differing positions and files that are other than they were
 */
public record Rerun(
    String cycle, boolean isNetted, int positions, int files, List<String> differing) {
  public Rerun {
    differing = List.copyOf(differing);
  }

  /** True when everything is as it was. */
  public boolean isSame() {
    return isNetted && differing.isEmpty();
  }
}
