package openset.http.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.issuer.Issuer;
import openset.issuer.card.AccountId;
import openset.issuer.office.RecordsDesk;
import openset.store.listing.Look;

/**
 * Records that the bank's people look up. Each route takes {@code sort}, {@code order} (asc or
 * desc), {@code page} from 0, {@code size} up to 200, {@code state}, {@code account}, and the days
 * {@code from} and {@code until} (UTC, both counted). Accounts are found by {@code find} as well:
 * the last four digits of a card, words of a holder's name, or an account's whole id.
 */
final class RecordsApi {
  private static final int SIZE = 50;

  private final RecordsDesk records;

  private RecordsApi(RecordsDesk records) {
    this.records = records;
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff) {
    RecordsApi api = new RecordsApi(issuer.records());
    return List.of(
        JsonRoute.get("/api/records/applications", api::applications).only(staff),
        JsonRoute.get("/api/records/accounts", api::accounts).only(staff),
        JsonRoute.get("/api/records/authorizations", api::authorizations).only(staff),
        JsonRoute.get("/api/records/bills", api::bills).only(staff),
        JsonRoute.get("/api/records/disputes", api::disputes).only(staff));
  }

  private RecordsJson.Applications applications(Call<Call.None> call) throws HttpRefused {
    return RecordsJson.Applications.of(records.applications(look(call)));
  }

  private RecordsJson.Accounts accounts(Call<Call.None> call) throws HttpRefused {
    return RecordsJson.Accounts.of(records.accounts(look(call)));
  }

  private RecordsJson.Authorizations authorizations(Call<Call.None> call) throws HttpRefused {
    return RecordsJson.Authorizations.of(records.authorizations(look(call)));
  }

  private RecordsJson.Bills bills(Call<Call.None> call) throws HttpRefused {
    return RecordsJson.Bills.of(records.bills(look(call)));
  }

  private RecordsJson.Disputes disputes(Call<Call.None> call) throws HttpRefused {
    return RecordsJson.Disputes.of(records.disputes(look(call)));
  }

  private static Look look(Call<?> call) throws HttpRefused {
    try {
      Map<String, String> only = new TreeMap<>();
      for (String text : List.of("state", "find")) {
        call.parameter(text).ifPresent(said -> only.put(text, said));
      }
      call.parameter("account")
          .ifPresent(id -> only.put("account", AccountId.of(id).toString()));
      for (String day : List.of("from", "until")) {
        call.day(day).ifPresent(at -> only.put(day, at.toString()));
      }
      return new Look(
          call.parameter("sort").orElse("at"),
          !call.parameter("order").equals(Optional.of("asc")),
          call.number("page").orElse(0),
          call.number("size").orElse(SIZE),
          only);
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "records.look", "page, size, account or a day is none.");
    }
  }
}
