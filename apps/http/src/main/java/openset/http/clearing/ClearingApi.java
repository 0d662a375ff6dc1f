package openset.http.clearing;

import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.bank.LedgerSums;
import openset.http.keys.ApiKeys;

/** The routes of the clearing house. */
public final class ClearingApi {
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
        JsonRoute.get("/api/sums", api::sums).only(staff));
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
}
