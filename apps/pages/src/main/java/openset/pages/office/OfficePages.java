package openset.pages.office;

import java.util.ArrayList;
import java.util.List;
import openset.http.Mount;

/**
 * The routes of a merchant's back office, all under {@code /office}. The shop on the same origin
 * serves {@code /manner}, and the bundles {@code office.css} and {@code office.js}.
 */
public final class OfficePages {
  private OfficePages() {}

  /** All of them. */
  public static List<Mount> routes(Office office) {
    Guard guard = new Guard(office);
    List<Mount> mounts = new ArrayList<>();
    mounts.addAll(new Door(office, guard).routes());
    mounts.addAll(new OrderDesk(office, guard).routes());
    mounts.addAll(new BatchesDesk(office, guard).routes());
    mounts.addAll(new HookDesk(office, guard).routes());
    mounts.addAll(new KeyDesk(office, guard).routes());
    mounts.addAll(new PeopleDesk(office, guard).routes());
    return List.copyOf(mounts);
  }
}
