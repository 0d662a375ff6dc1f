package openset.pages.desk;

import java.util.Map;
import java.util.Optional;
import openset.pages.desk.View.Notice;
import openset.signin.PeopleRefused;

/** What a form says on the page that it leads to: known words, by a name in the query. */
final class Notices {
  private static final Map<String, Notice> EVERYWHERE =
      Map.of(
          "signed-out", Notice.good(DeskWords.SIGNED_OUT),
          "password", Notice.good(PeopleWords.CHANGED_PASSWORD),
          "wrong", Notice.bad(DeskWords.WRONG),
          "expired", Notice.warn(DeskWords.EXPIRED),
          "tick", Notice.warn(DeskWords.TICK),
          "done", Notice.good(DeskWords.DONE),
          "not-now", Notice.bad(DeskWords.NOT_NOW));

  private Notices() {}

  static Optional<Notice> of(Bureau bureau, Optional<String> name) {
    if (name.isEmpty()) return Optional.empty();
    for (PeopleRefused.Reason reason : PeopleRefused.Reason.values()) {
      if (reason.name().equals(name.get())) {
        return Optional.of(Notice.bad(PeopleWords.of(reason)));
      }
    }
    return Optional.ofNullable(bureau.notices().get(name.get()))
        .or(() -> Optional.ofNullable(EVERYWHERE.get(name.get())));
  }
}
