package openset.pages.desk;

import java.util.ArrayList;
import java.util.List;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.pages.Assets;
import openset.pages.Manners;

/** The pages that every office has. */
public final class DeskPages {
  private DeskPages() {}

  /**
   * Signing in and out, people, one's own account. Whoever serves them serves {@code /manner}
   * ({@link Manners#route}) and the bundles {@code office.css} and {@code office.js} too.
   */
  public static List<Mount> routes(Guard guard) {
    List<Mount> mounts = new ArrayList<>();
    mounts.addAll(new Door(guard).routes());
    mounts.addAll(new PeopleDesk(guard).routes());
    return List.copyOf(mounts);
  }

  /** The same for a participant that has no other pages, with all that they need. */
  public static List<Mount> alone(Guard guard) {
    List<Mount> mounts = new ArrayList<>(routes(guard));
    mounts.add(PageRoute.get("/", _ -> Page.see(Bureau.HOME)));
    mounts.add(Manners.route());
    mounts.add(Assets.mount("office.css", "office.js"));
    return List.copyOf(mounts);
  }
}
