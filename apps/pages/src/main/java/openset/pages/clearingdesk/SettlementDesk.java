package openset.pages.clearingdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.office.Office;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows.Message;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.iso20022.AccountStatement;
import openset.iso20022.BankTransfers;
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

/** Credit transfers and statements of cycles that were netted. */
final class SettlementDesk {
  static final String PATH = "/office/settlement";
  private static final String TRANSFERS = PATH + "/transfers/{cycle}/{currency}";
  private static final String STATEMENTS = PATH + "/statements/{cycle}/{currency}/{bank}";

  /** The messages of one cycle, on its page. */
  static final Listing<Message> OF_CYCLE = Listing.of(columns());

  private final ClearingHouse house;
  private final Office office;
  private final Guard guard;
  private final Listing<Message> messages;

  SettlementDesk(ClearingHouse house, Guard guard) {
    this.house = house;
    this.office = house.office();
    this.guard = guard;
    this.messages =
        Listing.of(columns())
            .narrowedBy(
                Filter.choice(
                    "kind",
                    ClearingWords.KIND,
                    List.of(
                        new Filter.Option("pacs.009", FileWords.message("pacs.009")),
                        new Filter.Option("camt.053", FileWords.message("camt.053")))),
                Choices.bank(office.facts().members()),
                Choices.cycle());
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(TRANSFERS, Right.see, this::transfers),
        guard.get(TRANSFERS + "/document", Right.see, this::transfersDocument),
        guard.get(STATEMENTS, Right.see, this::statement),
        guard.get(STATEMENTS + "/document", Right.see, this::statementDocument));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = messages.asked(visit, PATH);
    Listed<Message> found = office.messages(asked.look());
    Table table = messages.table(asked, found);
    View view = guard.view(visit, session, FileWords.SETTLEMENT, asked.here());
    return Page.html(
        Rendered.text(out -> JtesettlementGenerated.render(out, null, view, table)));
  }

  /**
   * A document as its page shows it.
   *
   * @param name of the schema that it was held to
   * @param download where it is to be had
   * @param xml the document
   */
  public record Document(String name, String download, String xml) {
    static Document of(String name, String path, byte[] xml) {
      // One element in a line, for reading; what is downloaded stays as it is.
      String text = new String(xml, UTF_8).replaceAll(">\\s*<", ">\n<");
      return new Document(name, path + "/document", text);
    }
  }

  private Page transfers(Visit visit, Session session) {
    Optional<BankTransfers> found = transfers(visit);
    if (found.isEmpty()) return guard.nothing(visit, session);
    BankTransfers transfers = found.get();
    String path = path(visit, "transfers");
    Document document = Document.of("pacs.009.001.08", path, transfers.toXml());
    View view = guard.view(visit, session, Words.same(transfers.head().id()), path);
    return Page.html(
        Rendered.text(
            out -> JtetransfersGenerated.render(out, null, view, transfers, document)));
  }

  private Page statement(Visit visit, Session session) {
    Optional<AccountStatement> found = account(visit);
    if (found.isEmpty()) return guard.nothing(visit, session);
    AccountStatement statement = found.get();
    String path = path(visit, "statements") + "/" + visit.part("bank");
    Document document = Document.of("camt.053.001.08", path, statement.toXml());
    View view = guard.view(visit, session, Words.same(statement.head().id()), path);
    return Page.html(
        Rendered.text(
            out -> JtestatementGenerated.render(out, null, view, statement, document)));
  }

  private Page transfersDocument(Visit visit, Session session) {
    return transfers(visit)
        .map(each -> xml("pacs.009-" + each.head().id(), each.toXml()))
        .orElseGet(() -> guard.nothing(visit, session));
  }

  private Page statementDocument(Visit visit, Session session) {
    return account(visit)
        .map(
            each ->
                xml("camt.053-" + each.head().id() + "-" + visit.part("bank"), each.toXml()))
        .orElseGet(() -> guard.nothing(visit, session));
  }

  private static Page xml(String name, byte[] document) {
    return Page.file("application/xml", name + ".xml", document);
  }

  private Optional<BankTransfers> transfers(Visit visit) {
    return currency(visit).flatMap(each -> house.transfers(visit.part("cycle"), each));
  }

  private Optional<AccountStatement> account(Visit visit) {
    String bank = visit.part("bank");
    if (!house.members().contains(bank)) return Optional.empty();
    return currency(visit)
        .flatMap(each -> house.accountStatement(visit.part("cycle"), bank, each));
  }

  private static Optional<Integer> currency(Visit visit) {
    return Optional.of(visit.part("currency"))
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::parseInt);
  }

  private static String path(Visit visit, String kind) {
    return PATH + "/" + kind + "/" + visit.part("cycle") + "/" + visit.part("currency");
  }

  private static List<Column<Message>> columns() {
    return List.of(
        Column.<Message>of("kind", ClearingWords.KIND, SettlementDesk::link).sorted(),
        Column.<Message>of("cycle", ClearingWords.CYCLE, SettlementDesk::cycle).sorted(),
        Column.of(
            "currency",
            ClearingWords.CURRENCY,
            each -> Cell.text(CycleDesk.code(each.currency()))),
        Column.<Message>of("bank", FileWords.FOR_WHOM, SettlementDesk::bank).sorted(),
        Column.of("valid", FileWords.STATE, _ -> new Cell.State("good", FileWords.VALID)));
  }

  private static Cell link(Message message) {
    String below = "/" + Cycles.name(message.cycle()) + "/" + message.currency();
    String path =
        message
            .bank()
            .map(bank -> PATH + "/statements" + below + "/" + bank)
            .orElse(PATH + "/transfers" + below);
    return new Cell.Linked(path, new Cell.Said(FileWords.message(message.kind())));
  }

  private static Cell cycle(Message message) {
    String name = Cycles.name(message.cycle());
    return Cell.link(CycleDesk.path(name), name);
  }

  private static Cell bank(Message message) {
    return message
        .bank()
        .map(Cell::text)
        .orElse(new Cell.Said(FileWords.ALL_BANKS));
  }
}
