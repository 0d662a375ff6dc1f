package openset.pages.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.ProgramKey;
import openset.signin.ProgramKeys;
import openset.signin.Role;
import openset.signin.Role.Right;
import openset.signin.Session;

/** API keys: made, shown once, revoked; and the page on which the API is tried. */
final class KeyDesk {
  static final String PATH = "/office/keys";
  static final String TRY = "/office/developer";
  private static final int ABOUT_MAX = 80;

  private final Office office;
  private final ProgramKeys keys;
  private final Guard guard;

  KeyDesk(Office office, Guard guard) {
    this.office = office;
    this.keys = office.staff().keys();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.develop, this::show),
        guard.post(PATH, Right.develop, this::add),
        guard.post(PATH + "/{key}/revoke", Right.develop, this::revoke),
        guard.get(TRY, Right.develop, (visit, session) -> tried(visit, session, "")),
        guard.post(TRY, Right.develop, this::trial));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, OfficeWords.KEYS, PATH);
    List<ProgramKey> all = keys.all();
    Instant now = office.clock().instant();
    return Page.html(
        Rendered.text(out -> JtekeysGenerated.render(out, null, view, all, now)));
  }

  private Page add(Visit visit, Session session) {
    Optional<Role> role =
        Role.named(visit.field("role"))
            .filter(r -> r != Role.owner && session.role().covers(r));
    String about = visit.field("about");
    if (role.isEmpty() || about.isEmpty() || about.length() > ABOUT_MAX) return Page.see(PATH);
    ProgramKeys.Added added =
        keys.add(about, role.get(), session.name().text(), lasting(visit.field("lasts")));
    View view = guard.view(visit, session, SettingsWords.SECRET_TITLE, PATH);
    return Page.html(
        Rendered.text(out -> JtesecretGenerated.render(out, null, view, added.text(), PATH)));
  }

  private static Optional<Duration> lasting(String word) {
    return switch (word) {
      case "hour" -> Optional.of(Duration.ofHours(1));
      case "90" -> Optional.of(Duration.ofDays(90));
      case "365" -> Optional.of(Duration.ofDays(365));
      default -> Optional.empty();
    };
  }

  private Page revoke(Visit visit, Session session) {
    return keys.revoke(visit.part("key")) ? Page.see(PATH) : guard.nothing(visit, session);
  }

  private Page tried(Visit visit, Session session, String key) {
    View view = guard.view(visit, session, OfficeWords.DEVELOPER, TRY);
    return Page.html(
        Rendered.text(
            out -> JtetryGenerated.render(out, null, view, Operation.all(), key)));
  }

  /** A key for an hour, shown on the page on which it is used. */
  private Page trial(Visit visit, Session session) {
    ProgramKeys.Added added =
        keys.add(
            "trial", Role.developer, session.name().text(), Optional.of(Duration.ofHours(1)));
    return tried(visit, session, added.text());
  }
}
