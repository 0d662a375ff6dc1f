package openset.pages.desk;

import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.signin.People;
import openset.signin.PeopleRefused;
import openset.signin.Person;
import openset.signin.Role;
import openset.signin.Role.Right;
import openset.signin.Session;

/** People and their roles, and one's own account. */
final class PeopleDesk {
  static final String PATH = "/office/people";
  static final String ACCOUNT = "/office/account";

  private final People people;
  private final Guard guard;

  PeopleDesk(Guard guard) {
    this.people = guard.bureau().staff().people();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.people, this::show),
        guard.post(PATH, Right.people, this::add),
        guard.post(PATH + "/{name}/role", Right.people, this::change),
        guard.post(PATH + "/{name}/factor", Right.people, this::factor),
        guard.post(PATH + "/{name}/remove", Right.people, this::remove),
        guard.get(ACCOUNT, Right.see, this::account),
        guard.post(ACCOUNT, Right.see, this::password));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, DeskWords.PEOPLE, PATH);
    List<Person> all = people.all();
    List<Role> roles = guard.bureau().roles();
    return Page.html(
        Rendered.text(out -> JtepeopleGenerated.render(out, null, view, all, roles)));
  }

  private Page add(Visit visit, Session session) {
    Optional<Role> role = role(visit);
    if (role.isEmpty()) return Page.see(PATH);
    return changed(() -> people.add(visit.field("name"), role.get(), typed(visit, "password")));
  }

  private Optional<Role> role(Visit visit) {
    return Role.named(visit.field("role")).filter(guard.bureau().roles()::contains);
  }

  private static String typed(Visit visit, String field) {
    return visit.fields(field).stream().findFirst().orElse("");
  }

  private Page change(Visit visit, Session session) {
    Optional<Role> role = role(visit);
    if (role.isEmpty()) return Page.see(PATH);
    return changed(() -> people.change(visit.part("name"), role.get()));
  }

  private Page factor(Visit visit, Session session) {
    return changed(() -> people.resetFactor(visit.part("name")));
  }

  private Page remove(Visit visit, Session session) {
    return changed(() -> people.remove(visit.part("name")));
  }

  @FunctionalInterface
  private interface Change {
    void run() throws PeopleRefused;
  }

  private static Page changed(Change change) {
    try {
      change.run();
      return Page.see(PATH);
    } catch (PeopleRefused refused) {
      return Page.see(PATH + "?said=" + refused.reason());
    }
  }

  private Page account(Visit visit, Session session) {
    View view = guard.view(visit, session, DeskWords.ACCOUNT, ACCOUNT);
    return Page.html(
        Rendered.text(out -> JteaccountGenerated.render(out, null, view, session)));
  }

  private Page password(Visit visit, Session session) {
    if (!people.fits(session.name(), typed(visit, "old"))) {
      return Page.see(ACCOUNT + "?said=wrong");
    }
    try {
      people.password(session.name().text(), typed(visit, "new"));
      return Page.see("/office/sign-in?said=password");
    } catch (PeopleRefused refused) {
      return Page.see(ACCOUNT + "?said=" + refused.reason());
    }
  }
}
