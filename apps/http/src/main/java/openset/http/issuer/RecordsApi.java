package openset.http.issuer;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.issuer.Issuer;
import openset.issuer.card.AccountId;
import openset.issuer.office.RecordsDesk;
import openset.issuer.records.Look;

/**
 * Records that the bank's people look up. Each route takes {@code sort}, {@code order} (asc or
 * desc), {@code page} from 0, {@code size} up to 100, {@code state}, {@code account}, and the times
 * {@code from} and {@code until} (RFC 3339).
 */
final class RecordsApi {
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
      Optional<AccountId> account = call.parameter("account").map(AccountId::of);
      return new Look(
          call.parameter("sort").orElse(""),
          !call.parameter("order").equals(Optional.of("asc")),
          call.parameter("page").map(Integer::parseInt).orElse(0),
          call.parameter("size").map(Integer::parseInt).orElse(Look.NEWEST.size()),
          new Look.Only(
              call.parameter("state"),
              account,
              call.parameter("from").map(Instant::parse),
              call.parameter("until").map(Instant::parse)));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new HttpRefused(422, "records.look", "page, size, account or a time is none.");
    }
  }
}
