package openset.pages.acquirerdesk;

import java.util.List;
import openset.acquirer.Acquirer;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Bureau;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** The first page: how things stand. */
final class FrontDesk {
  private final Acquirer acquirer;
  private final Guard guard;

  FrontDesk(Acquirer acquirer, Guard guard) {
    this.acquirer = acquirer;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(Bureau.HOME, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, AcquirerWords.OVERVIEW, Bureau.HOME);
    return Page.html(Rendered.text(out -> JteoverviewGenerated.render(out, null, view)));
  }
}
