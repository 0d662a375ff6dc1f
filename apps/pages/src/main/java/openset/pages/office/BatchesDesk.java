package openset.pages.office;

import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchLine;
import openset.merchant.batch.BatchRow;
import openset.merchant.batch.Batches;
import openset.merchant.batch.Difference;
import openset.merchant.batch.Errand;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.signin.Role.Right;
import openset.signin.Session;

/** Batches: the list, each with its items, and what may be done with it. */
final class BatchesDesk {
  static final String PATH = "/office/batches";
  private static final int LISTED = 100;
  private static final int PAGE = 50;

  private final Office office;
  private final Batches batches;
  private final Guard guard;

  BatchesDesk(Office office, Guard guard) {
    this.office = office;
    this.batches = office.merchant().batches();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.post(PATH, Right.act, this::open),
        guard.get(PATH + "/{batch}", Right.see, this::show),
        guard.post(PATH + "/{batch}/compare", Right.act, does(Errand.compare)),
        guard.post(PATH + "/{batch}/close", Right.act, does(Errand.close)),
        guard.post(PATH + "/{batch}/anyway", Right.act, sure(Errand.closeAnyway)),
        // L16: setting items aside is for owners.
        guard.post(PATH + "/{batch}/purge", Right.people, sure(Errand.purge)),
        guard.post(PATH + "/{batch}/restore", Right.people, does(Errand.restore)));
  }

  /**
   * A batch as its page shows it.
   *
   * @param further the query of the next part; empty at the end
   */
  public record Opened(
      BatchRow row, List<BatchLine> lines, List<Difference> differences, String further) {
    String path() {
      return PATH + "/" + row.name().word();
    }

    boolean asking() {
      return row.standing().equals("asking");
    }

    CurrencyAmount size(long minor) {
      return new CurrencyAmount(row.ours().debited().currency(), Math.abs(minor));
    }
  }

  private Page list(Visit visit, Session session) {
    View view = guard.view(visit, session, BatchWords.BATCHES, PATH);
    List<BatchRow> rows = batches.list(LISTED);
    List<String> brands =
        office.certificates().get().stream().map(Office.Certified::brand).distinct().toList();
    return Page.html(
        Rendered.text(out -> JtebatchesGenerated.render(out, null, view, rows, brands)));
  }

  private Page open(Visit visit, Session session) {
    try {
      Batch opened = batches.open(new BrandID(visit.field("brand")));
      if (opened instanceof Batch.Refused) return Page.see(PATH + "?said=batch-not-opened");
      return Page.see(PATH + "?said=batch-done");
    } catch (Refused | IllegalArgumentException e) {
      return Page.see(PATH + "?said=batch-not-opened");
    }
  }

  private Page show(Visit visit, Session session) {
    Optional<BatchRow> row = batches.row(visit.part("batch"));
    if (row.isEmpty()) return guard.nothing(visit, session);
    int from =
        visit.parameter("from")
            .filter(text -> text.matches("[1-9][0-9]{0,8}"))
            .map(Integer::parseInt)
            .orElse(1);
    List<BatchLine> lines = batches.lines(row.get().name(), from, PAGE + 1);
    String further = lines.size() <= PAGE ? "" : "?from=" + lines.get(PAGE).sequence();
    Opened opened =
        new Opened(
            row.get(),
            lines.stream().limit(PAGE).toList(),
            batches.differences(row.get().name()),
            further);
    View view = guard.view(visit, session, Words.same(title(row.get())), opened.path());
    return Page.html(Rendered.text(out -> JtebatchGenerated.render(out, null, view, opened)));
  }

  static String title(BatchRow row) {
    return row.brandID().name() + " " + row.name().batchID().number();
  }

  private Guard.Handler does(Errand errand) {
    return (visit, session) -> act(visit, session, errand);
  }

  private Guard.Handler sure(Errand errand) {
    return (visit, session) ->
        Guard.isSure(visit)
            ? act(visit, session, errand)
            : Page.see(PATH + "/" + visit.part("batch") + "?said=tick");
  }

  private Page act(Visit visit, Session session, Errand errand) {
    Optional<BatchRow> row = batches.row(visit.part("batch"));
    if (row.isEmpty()) return guard.nothing(visit, session);
    String path = PATH + "/" + row.get().name().word();
    try {
      batches.does(row.get().name().word(), errand);
      return Page.see(path + "?said=batch-done");
    } catch (Refused refused) {
      return Page.see(path + "?said=batch-not-now");
    }
  }
}
