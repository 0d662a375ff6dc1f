package openset.pages.gatewaydesk;

import java.util.List;
import openset.gateway.Operation;
import openset.gateway.operation.LinkStanding;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** The links to the acquirers. */
final class LinkDesk {
  static final String PATH = "/office/links";

  private final Operation operation;
  private final Guard guard;

  LinkDesk(Operation operation, Guard guard) {
    this.operation = operation;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, GatewayWords.LINKS, PATH);
    List<LinkStanding> links = operation.links();
    return Page.html(Rendered.text(out -> JtelinksGenerated.render(out, null, view, links)));
  }
}
