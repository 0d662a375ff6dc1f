package openset.http.acquirer;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.fee.CardKind;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;
import openset.acquirer.store.Merchant;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;

/**
 * What an acquirer's people agree with merchants, each change from now on or from a later date.
 *
 * <pre>
 * GET  /api/merchants
 * GET  /api/merchants/{id}              every version of the contract, terminals, reserves
 * POST /api/merchants/{id}/terms
 * POST /api/merchants/{id}/terminals    gives out a terminal number
 * GET  /api/fee-table
 * POST /api/fee-table                   adds a line, from its date on
 * </pre>
 */
public final class ContractApi {
  private final Acquirer acquirer;

  private ContractApi(Acquirer acquirer) {
    this.acquirer = acquirer;
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Acquirer acquirer, ApiKeys staff) {
    ContractApi api = new ContractApi(acquirer);
    return List.of(
        JsonRoute.get("/api/merchants", api::merchants).only(staff),
        JsonRoute.get("/api/merchants/{id}", api::merchant).only(staff),
        JsonRoute.post("/api/merchants/{id}/terms", Terms.class, api::terms).only(staff),
        JsonRoute.post("/api/merchants/{id}/terminals", Call.None.class, api::terminal)
            .only(staff),
        JsonRoute.get("/api/fee-table", api::table).only(staff),
        JsonRoute.post("/api/fee-table", Rule.class, api::charge).only(staff));
  }

  /** All merchants by their numbers. */
  public record Merchants(List<Brief> merchants) {}

  /** A merchant in a list. */
  public record Brief(String merchantId, String name, String category, boolean active) {
    static Brief of(Merchant merchant) {
      return new Brief(merchant.id(), merchant.name(), merchant.category(), merchant.active());
    }
  }

  /** A merchant with everything that was and is agreed. */
  public record Whole(
      Brief merchant,
      List<Version> versions,
      List<String> terminals,
      List<OfficeJson.Reserve> reserves) {}

  /** A version of a contract. */
  public record Version(
      Instant since,
      String name,
      String category,
      int feeBasisPoints,
      boolean active,
      Terms terms) {
    static Version of(openset.acquirer.store.Contract contract) {
      Merchant merchant = contract.merchant();
      return new Version(
          contract.since(),
          merchant.name(),
          merchant.category(),
          merchant.feeBasisPoints(),
          merchant.active(),
          Terms.of(contract.terms()));
    }
  }

  /**
   * What is agreed beside the contract.
   *
   * @param brands names of brands; none for all
   * @param fixed charged for each item, in minor units
   * @param plus whether interchange and scheme fee are charged beside the discount
   * @param reservePpm held back of sales, in millionths
   * @param reserveDays for so many days
   * @param payout IBAN; in answers country and last four characters
   */
  public record Terms(
      List<String> brands,
      long fixed,
      boolean plus,
      int reservePpm,
      int reserveDays,
      Optional<String> payout) {
    static Terms of(openset.acquirer.store.Terms terms) {
      return new Terms(
          terms.brands().stream().sorted().toList(),
          terms.price().fixed(),
          terms.price().plus(),
          terms.reserve().ppm(),
          terms.reserve().days(),
          terms.payout().map(Iban::masked));
    }

    openset.acquirer.store.Terms toTerms() {
      return new openset.acquirer.store.Terms(
          new HashSet<>(brands),
          new openset.acquirer.store.Terms.Price(fixed, plus),
          new Reserve(reservePpm, reserveDays),
          payout.map(Iban::new));
    }
  }

  /** A terminal number, given out. */
  public record Terminal(String terminal) {}

  /** The fee tables. */
  public record Table(List<Rule> rules) {}

  /**
   * One line.
   *
   * @param kind INTERCHANGE, SCHEME or DISCOUNT
   * @param ppm part of the amount in millionths
   * @param fixed for each item; {@code least} and {@code most} bounds, 0 for none; minor units
   * @param since from when on it counts, not before now
   */
  public record Rule(
      String kind,
      Optional<String> merchant,
      Optional<String> brand,
      Optional<String> category,
      Optional<String> card,
      int currency,
      int ppm,
      long fixed,
      long least,
      long most,
      Instant since) {
    static Rule of(FeeRule rule) {
      FeeScope scope = rule.scope();
      FeeRate rate = rule.rate();
      return new Rule(
          rule.kind().name(),
          scope.merchant(),
          scope.brand(),
          scope.category(),
          scope.card().map(Enum::name),
          rule.currency(),
          rate.ppm(),
          rate.fixed(),
          rate.least(),
          rate.most(),
          rule.since());
    }

    FeeRule toRule() {
      return new FeeRule(
          FeeKind.valueOf(kind),
          new FeeScope(merchant, brand, category, card.map(CardKind::valueOf)),
          currency,
          new FeeRate(ppm, fixed, least, most),
          since);
    }
  }

  private Merchants merchants(Call<Call.None> call) {
    return new Merchants(acquirer.merchants().stream().map(Brief::of).toList());
  }

  private Whole merchant(Call<?> call) throws HttpRefused {
    String id = call.part("id");
    Merchant merchant = acquirer.merchant(id).orElseThrow(HttpRefused::notFound);
    return new Whole(
        Brief.of(merchant),
        acquirer.office().contracts(id).stream().map(Version::of).toList(),
        acquirer.office().terminals(id),
        acquirer.office().reserves(id).stream().map(OfficeJson.Reserve::of).toList());
  }

  private Whole terms(Call<Terms> call) throws HttpRefused {
    acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound);
    try {
      acquirer.agree(call.part("id"), call.body().toTerms());
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "acquirer.terms", e.getMessage());
    }
    return merchant(call);
  }

  private Terminal terminal(Call<Call.None> call) throws HttpRefused {
    acquirer.merchant(call.part("id")).orElseThrow(HttpRefused::notFound);
    return new Terminal(acquirer.giveTerminal(call.part("id")));
  }

  private Table table(Call<Call.None> call) {
    return new Table(
        acquirer.office().feeTable().rules().stream().map(Rule::of).toList());
  }

  /** A line from a day that is over would change what was agreed for it. */
  private Rule charge(Call<Rule> call) throws HttpRefused {
    try {
      FeeRule rule = call.body().toRule();
      if (rule.since().isBefore(acquirer.office().now())) {
        throw new HttpRefused(422, "acquirer.fee", "since is over");
      }
      acquirer.charge(rule);
      return call.body();
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "acquirer.fee", e.getMessage());
    }
  }
}
