package openset.http.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.bank.LedgerSums;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;
import openset.iso8583.host.Octets;
import openset.issuer.Issuer;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView;
import openset.issuer.desk.AuthorizationView;
import openset.issuer.desk.Statement;
import openset.issuer.opening.Opening;
import openset.issuer.registration.RegistrationForm;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;

/** The routes of one issuer. */
public final class IssuerApi {
  private final Issuer issuer;

  private IssuerApi(Issuer issuer) {
    this.issuer = issuer;
  }

  /**
   * The routes.
   *
   * @param authorities who may ask for forms and verdicts
   * @param staff who may see and change accounts
   * @param once where answers to acts on cards are kept, so that each is done once
   */
  public static List<Mount> routes(
      Issuer issuer, ApiKeys authorities, ApiKeys staff, AnswerStore once) {
    List<Mount> routes = new ArrayList<>(ReviewApi.routes(issuer, staff));
    routes.addAll(RulesApi.routes(issuer, staff, once));
    routes.addAll(DisputeApi.routes(issuer, staff, once));
    routes.addAll(RecordsApi.routes(issuer, staff));
    routes.addAll(BillingApi.routes(issuer, staff));
    routes.addAll(SimulatorApi.routes(issuer, staff, once));
    routes.addAll(new IssuerApi(issuer).routes(authorities, staff, once));
    return List.copyOf(routes);
  }

  private List<Mount> routes(ApiKeys authorities, ApiKeys staff, AnswerStore once) {
    return List.of(
        JsonRoute.post("/api/accounts", AccountJson.Application.class, this::open).answering(201),
        JsonRoute.get("/api/accounts/{id}", this::account).only(staff),
        JsonRoute.get("/api/accounts/{id}/statement", this::statement).only(staff),
        JsonRoute.get("/api/accounts/{id}/authorizations", this::authorizations).only(staff),
        JsonRoute.get("/api/authorizations/{xid}", this::purchase).only(staff),
        JsonRoute.post("/api/accounts/{id}/status", AccountJson.Status.class, this::become)
            .only(staff),
        JsonRoute.post("/api/accounts/{id}/card/end", Call.None.class, this::end)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/accounts/{id}/card/number", Call.None.class, this::renumber)
            .only(staff)
            .once(once),
        JsonRoute.get("/api/accounts/{id}/acts", this::acts).only(staff),
        JsonRoute.get("/api/sums", this::sums).only(staff),
        JsonRoute.post("/registration/form", RegistrationJson.FormRequest.class, this::form)
            .only(authorities),
        JsonRoute.post("/registration/verify", RegistrationJson.Verification.class, this::verify)
            .only(authorities),
        JsonRoute.post("/registration/inquire", RegistrationJson.Inquiry.class, this::inquire)
            .only(authorities));
  }

  private AccountJson.Opened open(Call<AccountJson.Application> call) throws HttpRefused {
    try {
      return switch (issuer.opening().open(call.body().toApplication())) {
        case Opening.AccountOpened opened -> AccountJson.Opened.of(opened);
        case Opening.ApplicationRefused refused ->
            throw new HttpRefused(422, "account.application", refused.reasons().toString());
      };
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "account.application", e.getMessage());
    }
  }

  private AccountJson.Account account(Call<?> call) throws HttpRefused {
    AccountView view =
        issuer.accounts().account(Staff.account(call)).orElseThrow(HttpRefused::notFound);
    return AccountJson.Account.of(view);
  }

  private AccountJson.Postings statement(Call<Call.None> call) throws HttpRefused {
    Statement statement =
        issuer.accounts().statement(Staff.account(call)).orElseThrow(HttpRefused::notFound);
    return AccountJson.Postings.of(statement);
  }

  private AccountJson.Authorizations authorizations(Call<Call.None> call) throws HttpRefused {
    return AccountJson.Authorizations.of(
        issuer.inquiries().of(Staff.account(call)).orElseThrow(HttpRefused::notFound));
  }

  private AccountJson.Authorizations purchase(Call<Call.None> call) throws HttpRefused {
    List<AuthorizationView> found = issuer.inquiries().of(xid(call));
    if (found.isEmpty()) throw HttpRefused.notFound();
    return AccountJson.Authorizations.of(found);
  }

  private AccountJson.Account become(Call<AccountJson.Status> call) throws HttpRefused {
    try {
      CardStatus status = CardStatus.valueOf(call.body().status());
      if (!issuer.accounts().become(Staff.account(call), status, Staff.name(call))) {
        throw new HttpRefused(409, "account.status", "The card cannot become " + status + ".");
      }
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "account.status", "There is no such status.");
    }
    return account(call);
  }

  private AccountJson.Account end(Call<Call.None> call) throws HttpRefused {
    boolean known = issuer.accounts().end(Staff.account(call), Staff.name(call));
    if (!known) throw HttpRefused.notFound();
    return account(call);
  }

  private AccountJson.Account renumber(Call<Call.None> call) throws HttpRefused {
    issuer
        .accounts()
        .renumber(Staff.account(call), Staff.name(call))
        .orElseThrow(HttpRefused::notFound);
    return account(call);
  }

  private AccountJson.Acts acts(Call<Call.None> call) throws HttpRefused {
    AccountId id = Staff.account(call);
    issuer.accounts().account(id).orElseThrow(HttpRefused::notFound);
    return AccountJson.Acts.of(issuer.accounts().acts(id));
  }

  private LedgerSums sums(Call<Call.None> call) {
    return LedgerSums.of(issuer.accounts().checkSums());
  }

  private RegistrationJson.Form form(Call<RegistrationJson.FormRequest> call) throws HttpRefused {
    Optional<RegistrationForm> form =
        Optional.of(call.body().bin())
            .filter(digits -> digits.matches("[0-9]{6,8}"))
            .flatMap(bin -> issuer.registration().form(new Bin(bin), call.body().language()));
    return RegistrationJson.Form.of(
        form.orElseThrow(
            () ->
                new HttpRefused(422, "registration.form", "This bank has no such cards.")));
  }

  private RegistrationJson.Outcome verify(Call<RegistrationJson.Verification> call)
      throws HttpRefused {
    try {
      return RegistrationJson.Outcome.of(
          issuer.registration().verify(call.body().toRequest()));
    } catch (IllegalArgumentException e) {
      return RegistrationJson.Outcome.of(new Verdict.Rejected());
    }
  }

  private RegistrationJson.Outcome inquire(Call<RegistrationJson.Inquiry> call)
      throws HttpRefused {
    try {
      VerificationId id = new VerificationId(call.body().id());
      return RegistrationJson.Outcome.of(issuer.registration().inquire(id));
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }

  private static Octets xid(Call<?> call) throws HttpRefused {
    String hex = call.part("xid");
    if (!hex.matches("[0-9A-Fa-f]{40}")) throw HttpRefused.notFound();
    return Octets.ofHex(hex);
  }
}
