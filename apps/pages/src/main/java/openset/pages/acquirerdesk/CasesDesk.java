package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Moves.Moved;
import openset.acquirer.office.store.Traffic;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.http.PageRoute;
import openset.http.page.FormFile;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Link;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Listed;

/** Chargebacks: the list with its deadlines, and each case with its evidence and what may come. */
final class CasesDesk {
  static final String PATH = "/office/chargebacks";
  private static final int FILE_MOST = 200 * 1024;
  private static final int SOON = 5;

  private final Acquirer acquirer;
  private final Office office;
  private final Guard guard;
  private final Listing<Dispute> cases;

  CasesDesk(Acquirer acquirer, Guard guard) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
    this.guard = guard;
    this.cases =
        Listing.of(
                List.of(
                    Column.<Dispute>of(
                        "dispute",
                        CaseWords.DISPUTE,
                        each -> Cell.link(path(each.name()), each.name().number())),
                    Column.<Dispute>of("due", CaseWords.DUE, this::due).sorted(),
                    Column.<Dispute>of(
                            "merchant",
                            AcquirerWords.MERCHANT,
                            each -> Cells.merchant(each.about().merchant()))
                        .sorted(),
                    Column.<Dispute>of(
                        "reason",
                        CaseWords.REASON,
                        each -> new Cell.Said(CaseWords.reason(each.reason()))),
                    Column.<Dispute>of(
                        "state", AcquirerWords.STANDING, each -> CaseWords.state(each.state())),
                    Column.<Dispute>of(
                            "amount",
                            AcquirerWords.AMOUNT,
                            each -> new Cell.Amount(each.amount()))
                        .figures()
                        .sorted()))
            .narrowedBy(
                Filter.text("merchant", AcquirerWords.MERCHANT),
                Filter.choice("state", AcquirerWords.STANDING, CaseWords.STATES))
            .upBy("due");
  }

  List<PageRoute> routes() {
    String one = PATH + "/{issuer}/{number}";
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(one, Right.see, this::show),
        guard.get(one + "/evidence/{digest}", Right.see, this::evidence),
        guard.post(one + "/accept", Right.act, this::accept),
        guard.post(one + "/contest", Right.act, this::contest));
  }

  private static String path(Dispute.Name name) {
    return PATH + "/" + Link.encoded(name.issuer()) + "/" + Link.encoded(name.number());
  }

  private long daysLeft(LocalDate due) {
    LocalDate today = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    return Math.max(0, ChronoUnit.DAYS.between(today, due));
  }

  private Cell due(Dispute dispute) {
    if (dispute.due().isEmpty()) return Cell.NONE;
    LocalDate due = dispute.due().get();
    long left = daysLeft(due);
    boolean urgent = left <= SOON && dispute.state().isMerchantsTurn();
    Words words = CaseWords.left(left);
    return Cells.day(due).over(urgent ? new Cell.State("warn", words) : new Cell.Said(words));
  }

  /**
   * A state with how many cases are in it.
   *
   * @param here whether these are looked at
   */
  public record Tab(String href, Words words, long count, boolean here) {
    /** For {@code aria-current}; null where others are looked at. */
    public String current() {
      return here ? "page" : null;
    }
  }

  private Page list(Visit visit, Session session) {
    Asked asked = cases.asked(visit, PATH);
    Listed<Dispute> found = office.disputes(asked.look());
    Table table = cases.table(asked, found);
    List<Tab> tabs = tabs(asked);
    View view = guard.view(visit, session, AcquirerWords.CHARGEBACKS, asked.here());
    return Page.html(
        Rendered.text(out -> JtecasesGenerated.render(out, null, view, tabs, table)));
  }

  private List<Tab> tabs(Asked asked) {
    Optional<String> merchant = asked.chosen("merchant");
    Map<DisputeState, Long> counts = office.disputeCounts(merchant);
    String of = merchant.map(id -> "&merchant=" + Link.encoded(id)).orElse("");
    List<Tab> tabs = new ArrayList<>();
    for (DisputeState state : DisputeState.values()) {
      long count = counts.getOrDefault(state, 0L);
      boolean here = asked.chosen("state").equals(Optional.of(state.name()));
      if (count == 0 && !here) continue;
      String href = PATH + "?state=" + state + of;
      tabs.add(new Tab(href, CaseWords.of(state), count, here));
    }
    return tabs;
  }

  /** Those that end first. */
  Table first(List<Dispute> disputes, String path) {
    return cases.all(path, disputes);
  }

  /**
   * A case as its page shows it.
   *
   * @param line the authorization
   * @param items what became of it
   * @param evidence in the order in which it was brought
   * @param due until when; empty where it has no time
   */
  public record Shown(
      Dispute dispute,
      Optional<Traffic.Line> line,
      Table items,
      List<Disputes.Step> steps,
      List<Disputes.Evidence> evidence,
      Optional<Words> due) {
    String path() {
      return CasesDesk.path(dispute.name());
    }

    boolean isTurn() {
      return dispute.state().isMerchantsTurn();
    }

    boolean isArbitration() {
      return dispute.state() == DisputeState.ARBITRATION;
    }
  }

  private Page show(Visit visit, Session session) {
    Optional<Dispute> found = office.dispute(name(visit));
    if (found.isEmpty()) return guard.nothing(visit, session);
    Dispute dispute = found.get();
    String path = path(dispute.name());
    List<Moved> moves = office.items(dispute.about().original());
    Shown shown =
        new Shown(
            dispute,
            office.authorization(dispute.about().original()),
            TrafficDesk.MOVES.all(path, moves),
            office.steps(dispute.name()),
            office.evidence(dispute.name()),
            dispute.due().map(this::words));
    View view = guard.view(visit, session, Words.same(dispute.name().number()), path);
    return Page.html(Rendered.text(out -> JtecaseGenerated.render(out, null, view, shown)));
  }

  private Words words(LocalDate due) {
    Words day = Cells.dayWords(due);
    Words left = CaseWords.left(daysLeft(due));
    return new Words(day.en() + " (" + left.en() + ")", day.zh() + "（" + left.zh() + "）");
  }

  private static Dispute.Name name(Visit visit) {
    return new Dispute.Name(visit.part("issuer"), visit.part("number"));
  }

  private Page evidence(Visit visit, Session session) {
    String digest = visit.part("digest");
    Optional<Disputes.Evidence> found =
        office.evidence(name(visit)).stream()
            .filter(each -> each.digest().hex().equals(digest))
            .findFirst();
    if (found.isEmpty()) return guard.nothing(visit, session);
    String file = "evidence-" + digest.substring(0, 16) + ".der";
    return Page.file("application/octet-stream", file, found.get().octets());
  }

  private Page accept(Visit visit, Session session) {
    Optional<Dispute> found = office.dispute(name(visit));
    if (found.isEmpty()) return guard.nothing(visit, session);
    String path = path(found.get().name());
    if (!Guard.isSure(visit)) return Page.see(path + "?said=tick");
    boolean done = acquirer.accept(found.get().name(), speaker(session));
    return Page.see(path + (done ? "?said=accepted" : "?said=not-turn"));
  }

  private Page contest(Visit visit, Session session) {
    Optional<Dispute> found = office.dispute(name(visit));
    if (found.isEmpty()) return guard.nothing(visit, session);
    String path = path(found.get().name());
    Optional<byte[]> file =
        visit
            .file("evidence")
            .map(FormFile::octets)
            .filter(octets -> octets.length > 0 && octets.length <= FILE_MOST);
    if (file.isEmpty()) return Page.see(path + "?said=no-file");
    boolean done = acquirer.contest(found.get().name(), speaker(session), file.get());
    return Page.see(path + (done ? "?said=represented" : "?said=not-turn"));
  }

  private static Speaker speaker(Session session) {
    return new Speaker.Person(session.name().text());
  }
}
