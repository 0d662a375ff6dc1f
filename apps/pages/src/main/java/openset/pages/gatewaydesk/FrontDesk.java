package openset.pages.gatewaydesk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import openset.gateway.Operation;
import openset.gateway.operation.BatchRow;
import openset.gateway.operation.LinkStanding;
import openset.gateway.operation.Span;
import openset.gateway.operation.StoodIn;
import openset.gateway.operation.Times;
import openset.gateway.operation.Traffic;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Figures;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Look;

/** The first page: how things stand. */
final class FrontDesk {
  private static final int PER_CENT = 95;

  private final Operation operation;
  private final Guard guard;
  private final InstantSource clock;

  FrontDesk(Operation operation, Guard guard, InstantSource clock) {
    this.operation = operation;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * A number that matters.
   *
   * @param kind {@code good}, {@code warn}, {@code bad}, or empty where it is neither
   * @param href where more of it is to be seen
   */
  public record Figure(String kind, String number, Words words, String href) {
    /** How it stands, in a word. */
    public Words standing() {
      return switch (kind) {
        case "bad" -> GatewayWords.BAD;
        case "warn" -> GatewayWords.WATCH;
        default -> GatewayWords.GOOD;
      };
    }
  }

  List<PageRoute> routes() {
    return List.of(guard.get(Bureau.HOME, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, GatewayWords.OVERVIEW, Bureau.HOME);
    List<LinkStanding> links = operation.links();
    long up = links.stream().filter(link -> link.now().up()).count();
    long waiting = links.stream().mapToLong(LinkStanding::queued).sum();
    long open = standIn(StoodIn.Standing.OPEN);
    long breaks = standIn(StoodIn.Standing.BREAK);
    Times hour = lastHour();
    List<Figure> figures =
        List.of(
            new Figure(
                up == links.size() ? "good" : "bad",
                up + " / " + links.size(),
                GatewayWords.LINKS_UP,
                LinkDesk.PATH),
            figure(view, hour.count(), GatewayWords.MESSAGES, TrafficDesk.PATH, ""),
            new Figure(
                "",
                view.say(LinkWords.time(hour.within(PER_CENT))),
                GatewayWords.WITHIN,
                TrafficDesk.PATH),
            figure(view, waiting, GatewayWords.WAITS, LinkDesk.PATH, "warn"),
            figure(
                view, refused(), GatewayWords.REFUSED_TODAY, RefusedDesk.PATH + "?within=day",
                ""),
            figure(
                view, open, GatewayWords.OPEN_ADVICES, StandInDesk.PATH + "?standing=OPEN",
                "warn"),
            figure(
                view, breaks, GatewayWords.BREAKS, StandInDesk.PATH + "?standing=BREAK", "bad"),
            figure(
                view, openBatches(), GatewayWords.OPEN_BATCHES, BatchDesk.PATH + "?which=OPEN",
                ""));
    return Page.html(
        Rendered.text(out -> JteoverviewGenerated.render(out, null, view, figures)));
  }

  private static Figure figure(
      View view, long number, Words words, String href, String kindIfAny) {
    String kind = kindIfAny.isEmpty() ? "" : number == 0 ? "good" : kindIfAny;
    return new Figure(kind, Figures.count(number, view.language()), words, href);
  }

  private Times lastHour() {
    Traffic traffic = operation.traffic(Span.HOUR);
    return traffic.of(Times.SET).stream()
        .reduce(Times.none(traffic.first(), Times.SET, ""), Times::and);
  }

  private long refused() {
    return operation
        .refusedByMessage(clock.instant().minus(Duration.ofDays(1)))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private long standIn(StoodIn.Standing standing) {
    return operation.stoodIn(Look.first(1).of("standing", standing.name())).total();
  }

  private long openBatches() {
    return operation.batches(Look.first(1).of("which", BatchRow.Which.OPEN.name())).total();
  }
}
