package openset.cli.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.acquirer.AcquirerApi;
import openset.http.acquirer.OfficeJson;
import openset.http.bank.LedgerSums;
import openset.http.clearing.ClearingApi;
import openset.http.issuer.AccountJson;
import openset.http.issuer.BillingJson;
import openset.http.issuer.RegistrationJson;
import openset.http.issuer.SimulatorJson;
import openset.http.keys.ApiKey;

/** The APIs of an issuer, an acquirer or the clearing house, as applicants and staff call them. */
public final class BankClient implements AutoCloseable {
  private final Calls calls;

  /**
   * A bank.
   *
   * @param staff the key of its own people, for what is not for everybody
   */
  public BankClient(String name, URI api, Optional<ApiKey> staff) {
    this.calls = new Calls(name, api, staff);
  }

  /** Opens an account at an issuer; the same application again gets the same account. */
  public AccountJson.Opened open(AccountJson.Application application) throws CallFailed {
    return calls.post("/api/accounts", application, AccountJson.Opened.class);
  }

  /** Lets a person of the issuer decide on registrations of an account's card. */
  public void review(String account) throws CallFailed {
    String path = "/api/accounts/" + account + "/review";
    calls.post(path, new RegistrationJson.Review(true), RegistrationJson.Review.class);
  }

  /** The registrations that wait for a person of the issuer. */
  public List<String> waiting() throws CallFailed {
    return calls
        .get("/api/registrations", RegistrationJson.Waiting.class)
        .registrations();
  }

  /** Decides on a registration that waits. */
  public void decide(String registration, boolean accept) throws CallFailed {
    String path = "/api/registrations/" + registration + "/decision";
    calls.post(path, new RegistrationJson.Decision(accept), RegistrationJson.Outcome.class);
  }

  /** An account of an issuer. */
  public AccountJson.Account account(String id) throws CallFailed {
    return calls.get("/api/accounts/" + id, AccountJson.Account.class);
  }

  /** What the issuer decided on a purchase, the latest first. */
  public List<AccountJson.Authorization> authorizations(String xid) throws CallFailed {
    return calls
        .get("/api/authorizations/" + xid, AccountJson.Authorizations.class)
        .authorizations();
  }

  /** The postings of an account. */
  public AccountJson.Postings statement(String id) throws CallFailed {
    return calls.get("/api/accounts/" + id + "/statement", AccountJson.Postings.class);
  }

  /** The card products of an issuer. */
  public List<BillingJson.Product> products() throws CallFailed {
    return calls.get("/api/products", BillingJson.Products.class).products();
  }

  /** Gives an issuer a card product, or another form of one. */
  public BillingJson.Product put(BillingJson.Product product) throws CallFailed {
    return calls.post("/api/products", product, BillingJson.Product.class);
  }

  /** Ends the account's card before its date. */
  public AccountJson.Account endCard(String id) throws CallFailed {
    String path = "/api/accounts/" + id + "/card/end";
    return calls.once(path, "end-" + id, Call.None.NONE, AccountJson.Account.class);
  }

  /** Gives the account another card number. */
  public AccountJson.Account renumber(String id) throws CallFailed {
    String path = "/api/accounts/" + id + "/card/number";
    return calls.anew(path, Call.None.NONE, AccountJson.Account.class);
  }

  /** Lets something go wrong at an issuer that is configured as a simulator. */
  public void goesWrong(SimulatorJson.Fault fault) throws CallFailed {
    calls.anew("/api/simulator/faults", fault, SimulatorJson.Faults.class);
  }

  /** What an acquirer owes a merchant. */
  public AcquirerApi.Owed owed(String merchant, int currency) throws CallFailed {
    return calls.get(
        "/api/merchants/" + merchant + "/owed/" + currency, AcquirerApi.Owed.class);
  }

  /** Has an acquirer pay its merchants what they are owed, once a day. */
  public List<OfficeJson.Paid> fund() throws CallFailed {
    return calls.post("/api/payouts", Call.None.NONE, OfficeJson.Payouts.class).payouts();
  }

  /** A payout of an acquirer as its bank takes it, pacs.008. */
  public String transfer(long payout) throws CallFailed {
    String path = "/api/payouts/" + payout + "/transfer";
    return calls.get(path, OfficeJson.Transfer.class).xml();
  }

  /** Gives an acquirer a statement of its bank, camt.053. */
  public OfficeJson.Reconciled reconcile(String statement) throws CallFailed {
    return calls.post(
        "/api/bank-statements",
        new OfficeJson.BankStatement(statement),
        OfficeJson.Reconciled.class);
  }

  /** Closes the clearing house's open cycle, if there is something in it. */
  public Optional<ClearingApi.Cycle> runCycle() throws CallFailed {
    return calls.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class).cycle();
  }

  /** Disputes whose ruling was claimed from the clearing house, the oldest first. */
  public List<ClearingApi.OpenClaim> claims() throws CallFailed {
    return calls.get("/api/claims", ClearingApi.OpenClaims.class).claims();
  }

  /** Rules on a dispute at the clearing house. @param why for the record */
  public void rule(ClearingApi.OpenClaim claim, boolean forAcquirer, String why)
      throws CallFailed {
    String path = "/api/claims/" + claim.issuer() + "/" + claim.dispute();
    calls.post(path, new ClearingApi.Ruling(forAcquirer, why), Call.None.class);
  }

  /** The latest cycles. */
  public ClearingApi.Cycles cycles() throws CallFailed {
    return calls.get("/api/cycles", ClearingApi.Cycles.class);
  }

  /** Where all stand in a cycle that is closed. */
  public ClearingApi.Positions positions(String cycle) throws CallFailed {
    return calls.get("/api/positions/" + cycle, ClearingApi.Positions.class);
  }

  /** What the clearing house owes a bank. */
  public ClearingApi.Balance balance(String institution, int currency) throws CallFailed {
    return calls.get(
        "/api/balances/" + institution + "/" + currency, ClearingApi.Balance.class);
  }

  /** The sums of the bank's books; each is 0, or something is wrong. */
  public LedgerSums sums() throws CallFailed {
    return calls.get("/api/sums", LedgerSums.class);
  }

  @Override
  public void close() {
    calls.close();
  }
}
