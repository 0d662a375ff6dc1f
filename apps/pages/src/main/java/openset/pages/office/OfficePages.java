package openset.pages.office;

import java.util.ArrayList;
import java.util.List;
import openset.http.Mount;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;

/**
 * The routes of a merchant's back office, all under {@code /office}. The shop on the same origin
 * serves {@code /manner}, and the bundles {@code office.css} and {@code office.js}.
 */
public final class OfficePages {
  private OfficePages() {}

  /** All of them. */
  public static List<Mount> routes(Office office) {
    Guard guard = new Guard(office.bureau());
    List<Mount> mounts = new ArrayList<>();
    OrderDesk orders = new OrderDesk(office, guard);
    mounts.addAll(orders.routes());
    mounts.addAll(new PlanDesk(office, guard, orders).routes());
    mounts.addAll(new BatchesDesk(office, guard).routes());
    mounts.addAll(new HookDesk(office, guard).routes());
    mounts.addAll(new KeyDesk(office, guard).routes());
    mounts.addAll(new CertificatesDesk(office, guard).routes());
    mounts.addAll(DeskPages.routes(guard));
    return List.copyOf(mounts);
  }
}
