package openset.pages.office;

import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.http.HttpRefused;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Assets;
import openset.pages.Frame;
import openset.pages.Link;
import openset.pages.Manner;
import openset.pages.Manners;
import openset.pages.Rendered;
import openset.pages.Site;
import openset.pages.Words;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.signin.Token;

/** Stands at the door of every page: who is there, and may they do this. */
final class Guard {
  /** The cookie that holds a session's token. */
  static final String COOKIE = "office";

  private final Office office;
  private final Site site;

  Guard(Office office) {
    this.office = office;
    this.site =
        new Site(
            office.sign().name(),
            office.sign().brand(),
            "/office",
            office.sign().mark(),
            List.of(Link.to("/", OfficeWords.SHOP)),
            List.of(Assets.address("office.css")),
            List.of(Assets.address("office.js")));
  }

  /** A page for somebody who is signed in. */
  @FunctionalInterface
  interface Handler {
    Page answer(Visit visit, Session session) throws HttpRefused;
  }

  PageRoute get(String path, Right right, Handler handler) {
    return PageRoute.get(path, guarded(right, handler));
  }

  PageRoute post(String path, Right right, Handler handler) {
    return PageRoute.post(path, guarded(right, handler));
  }

  private PageRoute.Handler guarded(Right right, Handler handler) {
    return visit -> {
      Optional<Session> session = session(visit);
      if (session.isEmpty()) return Page.see("/office/sign-in");
      if (!session.get().role().may(right)) {
        View view = view(visit, session, OfficeWords.FORBIDDEN_TITLE, "/office");
        return message(403, view, OfficeWords.FORBIDDEN_TITLE, OfficeWords.FORBIDDEN);
      }
      return handler.answer(visit, session.get());
    };
  }

  Optional<Session> session(Visit visit) {
    return visit.cookie(COOKIE)
        .flatMap(Token::shown)
        .flatMap(token -> office.staff().signIn().session(token));
  }

  View view(Visit visit, Session session, Words title, String here) {
    return view(visit, Optional.of(session), title, here);
  }

  /** What a template needs, with a sentence that a form before left in the query. */
  View view(Visit visit, Optional<Session> session, Words title, String here) {
    Manner manner = Manners.of(visit, here);
    Frame frame =
        new Frame(
            site,
            manner,
            manner.say(title),
            session.map(s -> ways(s, here)).orElse(List.of()),
            session.map(
                s -> out -> JteasideGenerated.render((HtmlTemplateOutput) out, null, manner, s)));
    return new View(frame, session, Notices.of(visit.parameter("said")));
  }

  private static List<Link> ways(Session session, String here) {
    List<Link> ways = new ArrayList<>();
    boolean settings =
        here.matches("/office/(batches|certificates|webhooks|keys|developer|people|account).*");
    ways.add(new Link("/office", OfficeWords.ORDERS, !settings));
    ways.add(way("/office/batches", BatchWords.BATCHES, here));
    ways.add(way("/office/certificates", OfficeWords.CERTIFICATES, here));
    if (session.role().may(Right.develop)) {
      ways.add(way("/office/webhooks", OfficeWords.WEBHOOKS, here));
      ways.add(way("/office/keys", OfficeWords.KEYS, here));
      ways.add(way("/office/developer", OfficeWords.DEVELOPER, here));
    }
    if (session.role().may(Right.people)) {
      ways.add(way("/office/people", OfficeWords.PEOPLE, here));
    }
    return ways;
  }

  private static Link way(String href, Words words, String here) {
    return new Link(href, words, here.startsWith(href));
  }

  static Page message(int status, View view, Words title, Words words) {
    return Page.html(
        status,
        Rendered.text(out -> JtemessageGenerated.render(out, null, view, title, words)));
  }

  Page nothing(Visit visit, Session session) {
    View view = view(visit, session, OfficeWords.NOTHING_TITLE, "/office");
    return message(404, view, OfficeWords.NOTHING_TITLE, OfficeWords.NOTHING);
  }
}
