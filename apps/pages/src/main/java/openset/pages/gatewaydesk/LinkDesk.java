package openset.pages.gatewaydesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import openset.gateway.Operation;
import openset.gateway.operation.LinkAct;
import openset.gateway.operation.LinkStanding;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** The links to the acquirers, and what may be done with each. */
final class LinkDesk {
  static final String PATH = "/office/links";

  private final Operation operation;
  private final Guard guard;

  LinkDesk(Operation operation, Guard guard) {
    this.operation = operation;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::show),
        guard.post(PATH + "/{institution}/{act}", Right.act, this::act));
  }

  /** The address of a form that does something with a link. */
  static String path(LinkStanding link, LinkAct act) {
    return PATH + "/" + link.now().institution() + "/" + word(act);
  }

  /** What may be done with a link as it stands, in the order of {@link LinkAct}. */
  static List<LinkAct> acts(LinkStanding link) {
    return Stream.of(LinkAct.values()).filter(act -> act.fits(link.now())).toList();
  }

  private static String word(LinkAct act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, GatewayWords.LINKS, PATH);
    List<LinkStanding> links = operation.links();
    return Page.html(Rendered.text(out -> JtelinksGenerated.render(out, null, view, links)));
  }

  private Page act(Visit visit, Session session) {
    Optional<LinkAct> asked =
        Stream.of(LinkAct.values())
            .filter(act -> word(act).equals(visit.part("act")))
            .findFirst();
    if (asked.isEmpty()) return guard.nothing(visit, session);
    LinkAct act = asked.get();
    if (act == LinkAct.SIGN_OFF && !Guard.isSure(visit)) return said("tick");
    Optional<Boolean> agreed =
        operation.act(visit.part("institution"), act, session.name().text());
    if (agreed.isEmpty()) return said("not-now");
    return said(agreed.get() ? "link-" + word(act) : "link-silent");
  }

  private static Page said(String what) {
    return Page.see(PATH + "?said=" + what);
  }
}
