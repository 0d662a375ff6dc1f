package openset.http.clearing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.clearing.store.Break;
import openset.clearing.store.Claim;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Position;
import openset.clearing.store.StoredFile;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.Resource;
import openset.http.bank.LedgerSums;
import openset.http.keys.ApiKeys;
import openset.store.listing.Listed;
import openset.store.listing.Look;

/** The routes of the clearing house. */
public final class ClearingApi {
  private static final MediaType XML = new MediaType("application/xml");

  private final ClearingHouse house;

  private ClearingApi(ClearingHouse house) {
    this.house = house;
  }

  /** The routes, for its own people. */
  public static List<Mount> routes(ClearingHouse house, ApiKeys staff) {
    ClearingApi api = new ClearingApi(house);
    List<Mount> routes = new ArrayList<>(ListsApi.routes(house, staff));
    routes.addAll(List.of(
        JsonRoute.post("/api/cycles", Call.None.class, api::run).only(staff),
        JsonRoute.get("/api/balances/{bank}/{currency}", api::balance).only(staff),
        JsonRoute.get("/api/sums", api::sums).only(staff),
        JsonRoute.get("/api/positions/{cycle}", api::positions).only(staff),
        JsonRoute.post("/api/breaks", Call.None.class, api::reconcile).only(staff),
        JsonRoute.post("/api/breaks/{number}/resolution", Resolution.class, api::resolve)
            .only(staff),
        JsonRoute.post("/api/claims/{issuer}/{dispute}", Ruling.class, api::rule).only(staff),
        Resource.at("/api/instructions/{cycle}/{currency}", api::instructions).only(staff),
        Resource.at("/api/statements/{cycle}/{bank}/{currency}", api::statement).only(staff),
        Resource.at("/api/items/{bank}/{cycle}", api::items).only(staff)));
    return routes;
  }

  /**
   * A cycle.
   *
   * @param businessDate the day it counts for, once it is cut off
   * @param netted whether all of its items are answered
   * @param settled whether all banks agreed and have booked
   */
  public record Cycle(
      String name, Optional<String> businessDate, boolean netted, boolean settled) {
    static Cycle of(ClosedCycle cycle) {
      return new Cycle(
          cycle.name(),
          Optional.of(cycle.businessDate().toString()),
          cycle.isNetted(),
          cycle.isSettled());
    }

    static Cycle of(CycleRows.Row row) {
      boolean settled = row.standing() == CycleRows.Standing.SETTLED;
      return new Cycle(
          row.name(),
          row.when().businessDate().map(LocalDate::toString),
          settled || row.standing() == CycleRows.Standing.TELLING,
          settled);
    }
  }

  /** Cycles, the newest first. @param total how many there are on all pages */
  public record Cycles(List<Cycle> cycles, long total) {}

  /**
   * The cycle that was closed.
   *
   * @param cycle absent where there was nothing to close
   */
  public record Ran(Optional<Cycle> cycle) {}

  /** A bank's settlement account, in minor units. */
  public record Balance(String bank, int currency, long minor) {}

  private Ran run(Call<Call.None> call) {
    return new Ran(house.runCycle().map(Cycle::of));
  }

  private Balance balance(Call<Call.None> call) throws HttpRefused {
    if (!house.members().contains(call.part("bank"))) throw HttpRefused.notFound();
    try {
      int currency = Integer.parseInt(call.part("currency"));
      long minor = house.balance(call.part("bank"), currency).minorUnits();
      return new Balance(call.part("bank"), currency, minor);
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }

  private LedgerSums sums(Call<Call.None> call) {
    return LedgerSums.of(house.checkSums());
  }

  /**
   * Where a bank stands in a cycle, in minor units seen from the bank.
   *
   * @param agreed whether it agreed and has booked
   */
  public record Standing(
      String cycle,
      String bank,
      int currency,
      long credits,
      long debits,
      long net,
      boolean agreed) {
    static Standing of(Position each) {
      return new Standing(
          openset.clearing.store.Cycles.name(each.cycle()),
          each.institution(),
          each.currency(),
          each.totals().credits(),
          each.totals().debits(),
          each.totals().net(),
          each.acknowledged());
    }
  }

  /** Positions in closed cycles. @param total how many there are on all pages */
  public record Positions(List<Standing> positions, long total) {}

  private Positions positions(Call<Call.None> call) throws HttpRefused {
    ClosedCycle cycle = house.cycle(call.part("cycle")).orElseThrow(HttpRefused::notFound);
    List<Standing> all = cycle.positions().stream().map(Standing::of).toList();
    return new Positions(all, all.size());
  }

  /**
   * A clearing file.
   *
   * @param bank the other end
   * @param way {@code in} from the bank, {@code out} to it
   * @param state how far it has come
   * @param done how many of its items are booked or rejected
   * @param refusal why it was refused as a whole
   */
  public record FileOfBank(
      String bank,
      String name,
      String way,
      boolean answers,
      String state,
      long octets,
      Optional<Long> items,
      Optional<Long> done,
      Optional<String> refusal) {
    static FileOfBank of(StoredFile file) {
      return new FileOfBank(
          file.name().bank(),
          file.name().text(),
          lower(file.name().way()),
          file.name().answers(),
          lower(file.state()),
          file.octets(),
          file.content().map(StoredFile.Content::items),
          file.content().map(StoredFile.Content::done),
          file.refusal().map(StoredFile.Refusal::reason));
    }
  }

  /** Files, the newest first. @param total how many there are on all pages */
  public record Files(List<FileOfBank> files, long total) {}

  /**
   * Something that does not come out even.
   *
   * @param minor the amount in question
   * @param since when it was found, ISO 8601
   * @param owner who sees to it
   * @param resolution why it is a break no more
   */
  public record OpenBreak(
      long number,
      String kind,
      String about,
      Optional<String> cycle,
      String bank,
      long minor,
      int currency,
      String since,
      Optional<String> owner,
      Optional<Resolution> resolution) {
    static OpenBreak of(Break each) {
      return new OpenBreak(
          each.number(),
          lower(each.kind()),
          each.about().reference(),
          each.about().cycle().map(openset.clearing.store.Cycles::name),
          each.about().institution(),
          each.about().amount(),
          each.about().currency(),
          each.since().toString(),
          each.owner(),
          each.resolution().map(end -> new Resolution(end.by(), end.reason())));
    }
  }

  /** Breaks, the oldest first. @param total how many there are on all pages */
  public record OpenBreaks(List<OpenBreak> breaks, long total) {}

  /** Why a break may stay, and who says so. */
  public record Resolution(String by, String reason) {}

  private OpenBreaks reconcile(Call<Call.None> call) {
    house.reconcile();
    Listed<OpenBreak> open =
        house
            .office()
            .breaks(Look.first(Look.SIZE_MOST).of("standing", "open"))
            .map(OpenBreak::of);
    return new OpenBreaks(open.rows(), open.total());
  }

  private Call.None resolve(Call<Resolution> call) throws HttpRefused {
    try {
      Resolution said = call.body();
      if (said.by().isBlank()) throw new HttpRefused(400, "break.reason", "needs a name");
      long number = Long.parseLong(call.part("number"));
      if (!house.resolve(number, said.by(), said.reason())) throw HttpRefused.notFound();
      return Call.None.NONE;
    } catch (NumberFormatException e) {
      throw HttpRefused.notFound();
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(400, "break.reason", "needs a reason of at most 500 characters");
    }
  }

  /** A claim in a dispute. @param ruling how the house ruled; absent while it waits */
  public record OpenClaim(
      String issuer,
      String dispute,
      String acquirer,
      long minor,
      int currency,
      String since,
      Optional<Ruling> ruling) {
    static OpenClaim of(Claim claim) {
      return new OpenClaim(
          claim.name().issuer(),
          claim.name().dispute(),
          claim.acquirer(),
          claim.amount().minor(),
          claim.amount().currency(),
          claim.at().toString(),
          claim.ruling().map(each -> new Ruling(each.forAcquirer(), each.reason())));
    }
  }

  /** Claims, the oldest first. @param total how many there are on all pages */
  public record OpenClaims(List<OpenClaim> claims, long total) {}

  /** How a dispute ends, and why. */
  public record Ruling(boolean forAcquirer, String reason) {}

  private Call.None rule(Call<Ruling> call) throws HttpRefused {
    Ruling ruling = call.body();
    if (ruling.reason().isBlank()) throw new HttpRefused(400, "claim.reason", "needs a reason");
    Claim.Name name = new Claim.Name(call.part("issuer"), call.part("dispute"));
    if (!house.rule(name, ruling.forAcquirer(), ruling.reason(), Optional.empty())) {
      throw HttpRefused.notFound();
    }
    return Call.None.NONE;
  }

  private Optional<Resource.Octets> instructions(Map<String, String> names) {
    return currency(names)
        .flatMap(currency -> house.instructions(names.get("cycle"), currency))
        .map(xml -> new Resource.Octets(XML, xml));
  }

  private Optional<Resource.Octets> statement(Map<String, String> names) {
    return currency(names)
        .flatMap(
            currency -> house.statement(names.get("cycle"), names.get("bank"), currency))
        .map(xml -> new Resource.Octets(XML, xml));
  }

  private Optional<Resource.Octets> items(Map<String, String> names) {
    return house
        .rewritten(names.get("bank"), names.get("cycle"))
        .map(file -> new Resource.Octets(MediaType.OCTETS, file));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> currency(Map<String, String> names) {
    String text = names.getOrDefault("currency", "");
    return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
