package openset.pages.gatewaydesk;

import java.util.List;
import java.util.Optional;
import openset.gateway.Operation;
import openset.gateway.operation.BatchRow;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
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
import openset.set.data.sale.CloseStatus;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Listed;

/** Batches of all merchants. */
final class BatchDesk {
  static final String PATH = "/office/batches";

  private static final Listing<BatchRow> BATCHES =
      Listing.of(
              List.of(
                  Column.<BatchRow>of("batch", BatchListWords.BATCH, BatchDesk::name),
                  Column.<BatchRow>of(
                          "merchant", BatchListWords.MERCHANT,
                          b -> Cell.text(b.account().merchant()))
                      .sorted(),
                  Column.<BatchRow>of("standing", BatchListWords.STANDING, BatchDesk::standing),
                  Column.<BatchRow>of(
                          "opened", BatchListWords.OPENED,
                          b -> new Cell.Moment(b.life().openedAt()))
                      .sorted(),
                  Column.<BatchRow>of("closed", BatchListWords.CLOSED, BatchDesk::closed)
                      .sorted(),
                  Column.<BatchRow>of("captured", BatchListWords.CAPTURED, BatchDesk::captured)
                      .figures(),
                  Column.<BatchRow>of("credited", BatchListWords.CREDITED, BatchDesk::credited)
                      .figures()))
          .narrowedBy(
              Filter.choice(
                  "which",
                  BatchListWords.STANDING,
                  List.of(
                      new Filter.Option(BatchRow.Which.OPEN.name(), BatchListWords.IS_OPEN),
                      new Filter.Option(BatchRow.Which.CLOSED.name(), BatchListWords.IS_CLOSED),
                      new Filter.Option(BatchRow.Which.FAILED.name(), BatchListWords.FAILED),
                      new Filter.Option(BatchRow.Which.DIFFERS.name(), BatchListWords.DIFFERS))),
              Filter.text("merchant", BatchListWords.MERCHANT))
          .downBy("opened");
  private static final Listing<BatchRow.Item> ITEMS =
      Listing.of(
              List.of(
                  Column.<BatchRow.Item>of(
                          "sequence", BatchListWords.NUMBER, i -> new Cell.Count(i.sequence()))
                      .sorted(),
                  Column.<BatchRow.Item>of(
                          "at", BatchListWords.TIME, i -> new Cell.Moment(i.booked().at()))
                      .sorted(),
                  Column.<BatchRow.Item>of(
                      "brand", BatchListWords.BRAND, i -> Cell.text(i.brand().name())),
                  Column.<BatchRow.Item>of("kind", BatchListWords.KIND, BatchDesk::kind),
                  Column.<BatchRow.Item>of(
                          "amount", BatchListWords.AMOUNT, i -> Cell.amount(i.amount()))
                      .figures()
                      .sorted(),
                  Column.<BatchRow.Item>of(
                      "booked", BatchListWords.STANDING, BatchDesk::booked)))
          .narrowedBy(
              Filter.choice(
                  "booked",
                  BatchListWords.STANDING,
                  List.of(
                      new Filter.Option("yes", BatchListWords.BOOKED),
                      new Filter.Option("no", BatchListWords.NOT_BOOKED))))
          .upBy("sequence");

  private final Operation operation;
  private final Guard guard;

  BatchDesk(Operation operation, Guard guard) {
    this.operation = operation;
    this.guard = guard;
  }

  private static Cell name(BatchRow batch) {
    return Cell.link(PATH + "/" + batch.key(), String.valueOf(batch.batchID().number()))
        .over(new Cell.Text(batch.account().acquirer()));
  }

  private static Cell standing(BatchRow batch) {
    return new Cell.State(kind(batch), words(batch));
  }

  static String kind(BatchRow batch) {
    if (batch.life().differed().isPresent()) return "bad";
    if (batch.sums().not().failed() > 0) return "warn";
    return batch.life().isOpen() ? "info" : "good";
  }

  static Words words(BatchRow batch) {
    if (batch.life().differed().isPresent()) return BatchListWords.DIFFERS;
    if (batch.sums().not().failed() > 0) return BatchListWords.FAILED;
    return batch
        .life()
        .closed()
        .map(
            by ->
                by == CloseStatus.closedbyMerchant
                    ? BatchListWords.BY_MERCHANT
                    : BatchListWords.BY_ACQUIRER)
        .orElse(BatchListWords.IS_OPEN);
  }

  private static Cell closed(BatchRow batch) {
    return batch.life().closedAt().<Cell>map(Cell.Moment::new).orElse(Cell.NONE);
  }

  private static Cell captured(BatchRow batch) {
    return Cell.amount(batch.sums().debited()).over(new Cell.Count(batch.sums().debits()));
  }

  private static Cell credited(BatchRow batch) {
    return batch.sums().credits() == 0
        ? Cell.NONE
        : Cell.amount(batch.sums().credited()).over(new Cell.Count(batch.sums().credits()));
  }

  private static Cell kind(BatchRow.Item item) {
    return new Cell.Said(item.debit() ? BatchListWords.CAPTURED : BatchListWords.CREDITED);
  }

  private static Cell booked(BatchRow.Item item) {
    if (item.booked().booked()) return new Cell.State("good", BatchListWords.BOOKED);
    return item.booked().aside()
        ? new Cell.State("info", BatchListWords.ASIDE)
        : new Cell.State("bad", BatchListWords.NOT_BOOKED);
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(PATH + "/{batch}", Right.see, this::batch));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = BATCHES.asked(visit, PATH);
    Listed<BatchRow> found = operation.batches(asked.look());
    Table table = BATCHES.table(asked, found);
    View view = guard.view(visit, session, GatewayWords.BATCHES, asked.here());
    return Page.html(Rendered.text(out -> JtebatchesGenerated.render(out, null, view, table)));
  }

  private Page batch(Visit visit, Session session) {
    Optional<BatchRow> found =
        Optional.of(visit.part("batch"))
            .filter(key -> key.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .flatMap(operation::batch);
    if (found.isEmpty()) return guard.nothing(visit, session);
    BatchRow batch = found.get();
    Asked asked = ITEMS.asked(visit, PATH + "/" + batch.key());
    Listed<BatchRow.Item> items = operation.items(batch, asked.look());
    Table table = ITEMS.table(asked, items);
    List<BatchRow.Asked> log = operation.asked(batch);
    View view =
        guard.view(visit, session, GatewayWords.BATCHES, asked.here());
    return Page.html(
        Rendered.text(
            out -> JtebatchGenerated.render(out, null, view, batch, table, log)));
  }
}
