package openset.http.clearing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.clearing.store.Break;
import openset.clearing.store.Claim;
import openset.clearing.store.StoredFile;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.Resource;
import openset.http.bank.LedgerSums;
import openset.http.keys.ApiKeys;

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
    return List.of(
        JsonRoute.post("/api/cycles", Call.None.class, api::run).only(staff),
        JsonRoute.get("/api/cycles", api::cycles).only(staff),
        JsonRoute.get("/api/balances/{bank}/{currency}", api::balance).only(staff),
        JsonRoute.get("/api/sums", api::sums).only(staff),
        JsonRoute.get("/api/positions/{cycle}", api::positions).only(staff),
        JsonRoute.get("/api/files/{bank}", api::files).only(staff),
        JsonRoute.get("/api/breaks", api::breaks).only(staff),
        JsonRoute.post("/api/breaks", Call.None.class, api::reconcile).only(staff),
        JsonRoute.post("/api/breaks/{number}/resolution", Resolution.class, api::resolve)
            .only(staff),
        JsonRoute.get("/api/claims", api::claims).only(staff),
        JsonRoute.post("/api/claims/{issuer}/{dispute}", Ruling.class, api::rule).only(staff),
        Resource.at("/api/instructions/{cycle}/{currency}", api::instructions).only(staff),
        Resource.at("/api/statements/{cycle}/{bank}/{currency}", api::statement).only(staff),
        Resource.at("/api/items/{bank}/{cycle}", api::items).only(staff));
  }

  /** A closed cycle. */
  public record Cycle(String name, String businessDate, boolean netted, boolean settled) {
    static Cycle of(ClosedCycle cycle) {
      return new Cycle(
          cycle.name(), cycle.businessDate().toString(), cycle.isNetted(), cycle.isSettled());
    }
  }

  /** Cycles, the newest first. */
  public record Cycles(List<Cycle> cycles) {}

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

  private Cycles cycles(Call<Call.None> call) {
    return new Cycles(house.cycles(20).stream().map(Cycle::of).toList());
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
      String bank, int currency, long credits, long debits, long net, boolean agreed) {}

  /** Positions of a closed cycle. */
  public record Positions(List<Standing> positions) {}

  private Positions positions(Call<Call.None> call) throws HttpRefused {
    ClosedCycle cycle = house.cycle(call.part("cycle")).orElseThrow(HttpRefused::notFound);
    return new Positions(
        cycle.positions().stream()
            .map(
                each ->
                    new Standing(
                        each.institution(),
                        each.currency(),
                        each.totals().credits(),
                        each.totals().debits(),
                        each.totals().net(),
                        each.acknowledged()))
            .toList());
  }

  /**
   * A clearing file.
   *
   * @param way {@code in} from the bank, {@code out} to it
   * @param state how far it has come
   * @param done how many of its items are booked or rejected
   * @param refusal why it was refused as a whole
   */
  public record FileOfBank(
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
          file.name().text(),
          file.name().way().name().toLowerCase(Locale.ROOT),
          file.name().answers(),
          file.state().name().toLowerCase(Locale.ROOT),
          file.octets(),
          file.content().map(StoredFile.Content::items),
          file.content().map(StoredFile.Content::done),
          file.refusal().map(StoredFile.Refusal::reason));
    }
  }

  /** Files of a bank, the newest first. */
  public record Files(List<FileOfBank> files) {}

  private Files files(Call<Call.None> call) throws HttpRefused {
    if (!house.members().contains(call.part("bank"))) throw HttpRefused.notFound();
    return new Files(
        house.files().latest(call.part("bank"), 50).stream().map(FileOfBank::of).toList());
  }

  /**
   * Something that does not come out even.
   *
   * @param minor the amount in question
   * @param since when it was found, ISO 8601
   */
  public record OpenBreak(
      long number,
      String kind,
      String about,
      Optional<String> cycle,
      String bank,
      long minor,
      int currency,
      String since) {
    static OpenBreak of(Break each) {
      return new OpenBreak(
          each.number(),
          each.kind().name().toLowerCase(Locale.ROOT),
          each.about().reference(),
          each.about().cycle().map(openset.clearing.store.Cycles::name),
          each.about().institution(),
          each.about().amount(),
          each.about().currency(),
          each.since().toString());
    }
  }

  /** Breaks without a resolution, the oldest first. */
  public record OpenBreaks(List<OpenBreak> breaks) {}

  /** Why a break may stay, and who says so. */
  public record Resolution(String by, String reason) {}

  private OpenBreaks breaks(Call<Call.None> call) {
    return new OpenBreaks(house.breaks(200).stream().map(OpenBreak::of).toList());
  }

  private OpenBreaks reconcile(Call<Call.None> call) {
    house.reconcile();
    return breaks(call);
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

  /** A claim in a dispute that waits for a ruling. */
  public record OpenClaim(
      String issuer, String dispute, String acquirer, long minor, int currency, String since) {
    static OpenClaim of(Claim claim) {
      return new OpenClaim(
          claim.name().issuer(),
          claim.name().dispute(),
          claim.acquirer(),
          claim.amount().minor(),
          claim.amount().currency(),
          claim.at().toString());
    }
  }

  /** Claims that wait, the oldest first. */
  public record OpenClaims(List<OpenClaim> claims) {}

  /** How a dispute ends, and why. */
  public record Ruling(boolean forAcquirer, String reason) {}

  private OpenClaims claims(Call<Call.None> call) {
    return new OpenClaims(house.claims().stream().map(OpenClaim::of).toList());
  }

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

  private static Optional<Integer> currency(Map<String, String> names) {
    String text = names.getOrDefault("currency", "");
    return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
