package openset.pages.desk;

import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.Comparator;
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
import openset.pages.desk.Bureau.Way;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.signin.SignIn;
import openset.signin.Token;

/** Stands at the door of every page: who is there, and may they do this. */
public final class Guard {
  /** The cookie that holds a session's token. */
  static final String COOKIE = "office";

  /** Stands in the query of what a page asks to renew itself: {@code live.ts}. */
  private static final String LIVE = "live";

  private static final Way PEOPLE =
      new Way(PeopleDesk.PATH, DeskWords.PEOPLE, Right.people);

  private final Bureau bureau;
  private final Site site;

  /** The guard of an office. */
  public Guard(Bureau bureau) {
    this.bureau = bureau;
    Bureau.Sign sign = bureau.sign();
    this.site =
        new Site(
            sign.name(),
            sign.brand(),
            Bureau.HOME,
            sign.mark(),
            sign.foot(),
            List.of(Assets.address("office.css")),
            List.of(Assets.address("office.js")));
  }

  /** A page for somebody who is signed in. */
  @FunctionalInterface
  public interface Handler {
    /** Shows a page, or does what its form asks and says where to go on. */
    Page answer(Visit visit, Session session) throws HttpRefused;
  }

  /** A page for whoever has the right; who is not signed in is led to do so. */
  public PageRoute get(String path, Right right, Handler handler) {
    return PageRoute.get(path, guarded(right, handler));
  }

  /** What a form leads to, for whoever has the right. */
  public PageRoute post(String path, Right right, Handler handler) {
    return PageRoute.post(path, guarded(right, handler));
  }

  private PageRoute.Handler guarded(Right right, Handler handler) {
    return visit -> {
      Optional<Session> session = session(visit);
      if (session.isEmpty()) return Page.see("/office/sign-in");
      if (!session.get().role().may(right)) {
        View view = view(visit, session, DeskWords.FORBIDDEN_TITLE, Bureau.HOME);
        return message(403, view, DeskWords.FORBIDDEN_TITLE, DeskWords.FORBIDDEN);
      }
      return handler.answer(visit, session.get());
    };
  }

  Optional<Session> session(Visit visit) {
    // A page that renews itself before nobody's eyes must not keep its session alive.
    boolean byItself = visit.parameter(LIVE).isPresent();
    SignIn signIn = bureau.staff().signIn();
    return visit.cookie(COOKIE)
        .flatMap(Token::shown)
        .flatMap(token -> byItself ? signIn.glance(token) : signIn.session(token));
  }

  /**
   * What a template needs, with a sentence that a form before left in the query.
   *
   * @param here path and query of the page, to come back to it
   */
  public View view(Visit visit, Session session, Words title, String here) {
    return view(visit, Optional.of(session), title, here);
  }

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
    return new View(frame, session, Notices.of(bureau, visit.parameter("said")));
  }

  private List<Link> ways(Session session, String here) {
    List<Way> ways = new ArrayList<>(bureau.ways());
    ways.add(PEOPLE);
    ways.removeIf(way -> !session.role().may(way.right()));
    // Below the first page lies everything: the longest address is where one is.
    Optional<Way> at =
        here.equals(PeopleDesk.ACCOUNT)
            ? Optional.empty()
            : ways.stream()
                .filter(way -> way.leadsTo(here))
                .max(Comparator.comparingInt(way -> way.href().length()));
    return ways.stream()
        .map(way -> new Link(way.href(), way.words(), at.equals(Optional.of(way))))
        .toList();
  }

  private static Page message(int status, View view, Words title, Words words) {
    return Page.html(
        status,
        Rendered.text(out -> JtemessageGenerated.render(out, null, view, title, words)));
  }

  /** Says that there is nothing at this address. */
  public Page nothing(Visit visit, Session session) {
    View view = view(visit, session, DeskWords.NOTHING_TITLE, Bureau.HOME);
    return message(404, view, DeskWords.NOTHING_TITLE, DeskWords.NOTHING);
  }

  /** Whether the box of {@code desk/sure.jte} is ticked; else {@code said=tick} says so. */
  public static boolean isSure(Visit visit) {
    return visit.field("sure").equals("yes");
  }

  Bureau bureau() {
    return bureau;
  }
}
