package openset.http.clearing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.clearing.ClearingHouse;
import openset.clearing.office.Office;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.clearing.Asked.Said;
import openset.http.clearing.ClearingApi.FileOfBank;
import openset.http.clearing.ClearingApi.Files;
import openset.http.clearing.ClearingApi.OpenBreak;
import openset.http.clearing.ClearingApi.OpenBreaks;
import openset.http.clearing.ClearingApi.OpenClaim;
import openset.http.clearing.ClearingApi.OpenClaims;
import openset.http.clearing.ClearingApi.Positions;
import openset.http.clearing.ClearingApi.Standing;
import openset.http.keys.ApiKeys;
import openset.ledger.Money;
import openset.store.listing.Listed;

/**
 * The clearing house's lists, sorted and filtered as its office has them, a page at a time; each
 * answer says how many rows there are on all pages.
 *
 * <pre>
 * GET /api/cycles?standing=            cut off, unless a standing is asked for
 * GET /api/cycles/{cycle}/items?kind=&amp;bank=&amp;merchant=&amp;standing=
 * GET /api/positions?cycle=&amp;bank=&amp;currency=&amp;agreed=
 * GET /api/files?bank=&amp;way=&amp;kind=&amp;state=&amp;cycle=
 * GET /api/files/{bank}
 * GET /api/instructions?kind=&amp;bank=&amp;currency=&amp;cycle=
 * GET /api/breaks?standing=&amp;kind=&amp;bank=&amp;owner=&amp;cycle=
 *                                      open, unless asked otherwise
 * GET /api/claims?standing=&amp;bank=      open, unless asked otherwise
 * </pre>
 */
final class ListsApi {
  private static final int USUAL = 100;

  private static final Asked CYCLES =
      new Asked(Set.of("number", "date", "standing"), Set.of("standing"), Set.of("standing"));
  private static final Asked ITEMS =
      new Asked(
          Set.of("at", "amount", "kind", "merchant"),
          Set.of("kind", "bank", "merchant", "standing"),
          Set.of("kind", "standing"));
  private static final Asked POSITIONS =
      new Asked(
          Set.of("cycle", "bank", "credits", "debits", "net"),
          Set.of("cycle", "bank", "currency", "agreed"),
          Set.of());
  private static final Asked FILES =
      new Asked(
          Set.of("at", "bank", "name", "items", "state"),
          Set.of("bank", "way", "kind", "state", "cycle"),
          Set.of());
  private static final Asked INSTRUCTIONS =
      new Asked(
          Set.of("cycle", "kind", "bank"),
          Set.of("kind", "bank", "currency", "cycle"),
          Set.of());
  private static final Asked BREAKS =
      new Asked(
          Set.of("since", "kind", "bank", "amount", "owner"),
          Set.of("standing", "kind", "bank", "owner", "cycle"),
          Set.of("kind"));
  private static final Asked CLAIMS =
      new Asked(Set.of("at", "amount", "bank"), Set.of("standing", "bank"), Set.of());

  private final ClearingHouse house;
  private final Office office;

  private ListsApi(ClearingHouse house) {
    this.house = house;
    this.office = house.office();
  }

  /** The routes, for its own people. */
  static List<Mount> routes(ClearingHouse house, ApiKeys staff) {
    ListsApi api = new ListsApi(house);
    return List.of(
        JsonRoute.get("/api/cycles", api::cycles).only(staff),
        JsonRoute.get("/api/cycles/{cycle}/items", api::items).only(staff),
        JsonRoute.get("/api/positions", api::positions).only(staff),
        JsonRoute.get("/api/files", api::files).only(staff),
        JsonRoute.get("/api/files/{bank}", api::ofBank).only(staff),
        JsonRoute.get("/api/instructions", api::instructions).only(staff),
        JsonRoute.get("/api/breaks", api::breaks).only(staff),
        JsonRoute.get("/api/claims", api::claims).only(staff));
  }

  private ClearingApi.Cycles cycles(Call<Call.None> call) throws HttpRefused {
    Said said = Said.most(20);
    boolean any = call.parameter("standing").isPresent();
    Listed<CycleRows.Row> rows =
        office.cycles(CYCLES.look(call, any ? said : said.usually("cut", "true")));
    return new ClearingApi.Cycles(
        rows.rows().stream().map(ClearingApi.Cycle::of).toList(), rows.total());
  }

  /** What an item is for its issuer. */
  public record Converted(long minor, int currency) {}

  /**
   * An item of a cycle.
   *
   * @param minor what it moves, in minor units
   * @param converted what that is in its issuer's currency, where that is another
   * @param response its receiver's word for good; absent while it waits
   * @param at when it came, ISO 8601
   */
  public record Item(
      long number,
      String kind,
      String acquirer,
      String issuer,
      String merchant,
      String retrieval,
      long minor,
      int currency,
      Optional<Converted> converted,
      Optional<String> response,
      String at) {
    static Item of(CycleRows.ItemRow row) {
      Money amount = row.sums().amount();
      return new Item(
          row.number(),
          ClearingApi.lower(row.kind()),
          row.ends().acquirer(),
          row.ends().issuer(),
          row.ends().merchant(),
          row.ends().retrieval(),
          amount.minorUnits(),
          amount.currency(),
          row.sums().converted().map(each -> new Converted(each.minorUnits(), each.currency())),
          row.response(),
          row.at().toString());
    }
  }

  /** Items, in the order they came. */
  public record Items(List<Item> items, long total) {}

  private Items items(Call<Call.None> call) throws HttpRefused {
    Listed<Item> items =
        office
            .items(call.part("cycle"), ITEMS.look(call, Said.most(USUAL)))
            .map(Item::of);
    return new Items(items.rows(), items.total());
  }

  private Positions positions(Call<Call.None> call) throws HttpRefused {
    Listed<Standing> rows =
        office
            .positions(POSITIONS.look(call, Said.most(USUAL)))
            .map(each -> Standing.of(each.position()));
    return new Positions(rows.rows(), rows.total());
  }

  private Files files(Call<Call.None> call) throws HttpRefused {
    return files(call, Said.most(50));
  }

  private Files ofBank(Call<Call.None> call) throws HttpRefused {
    String bank = call.part("bank");
    if (!house.members().contains(bank)) throw HttpRefused.notFound();
    return files(call, Said.most(50).fixed("bank", bank));
  }

  private Files files(Call<Call.None> call, Said said) throws HttpRefused {
    Listed<FileOfBank> rows =
        office.files(FILES.look(call, said)).map(row -> FileOfBank.of(row.file()));
    return new Files(rows.rows(), rows.total());
  }

  /**
   * A message that settles a closed cycle.
   *
   * @param kind {@code pacs.009} or {@code camt.053}
   * @param bank whose statement it is
   */
  public record Instruction(String kind, String cycle, int currency, Optional<String> bank) {
    static Instruction of(FileRows.Message each) {
      return new Instruction(
          each.kind(), Cycles.name(each.cycle()), each.currency(), each.bank());
    }
  }

  /** Messages, those of the newest cycle first. */
  public record Instructions(List<Instruction> instructions, long total) {}

  private Instructions instructions(Call<Call.None> call) throws HttpRefused {
    Listed<Instruction> rows =
        office.messages(INSTRUCTIONS.look(call, Said.most(USUAL))).map(Instruction::of);
    return new Instructions(rows.rows(), rows.total());
  }

  private OpenBreaks breaks(Call<Call.None> call) throws HttpRefused {
    Listed<OpenBreak> rows =
        office
            .breaks(BREAKS.look(call, Said.most(200).usually("standing", "open")))
            .map(OpenBreak::of);
    return new OpenBreaks(rows.rows(), rows.total());
  }

  private OpenClaims claims(Call<Call.None> call) throws HttpRefused {
    Listed<OpenClaim> rows =
        office
            .claims(CLAIMS.look(call, Said.most(USUAL).usually("standing", "open")))
            .map(OpenClaim::of);
    return new OpenClaims(rows.rows(), rows.total());
  }
}
