package openset.http.acquirer;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.bank.LedgerSums;
import openset.http.client.HttpFailure;
import openset.http.keys.ApiKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of an acquirer, over a real connection to a real bank. */
@Timeout(120)
final class AcquirerApiTest {
  private static Town town;
  private static HttpServer server;
  private static Visitor anybody;
  private static Visitor staff;
  private static Visitor authority;

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            AcquirerApi.routes(
                town.acquirer,
                new AcquirerApi.Keys(
                    town.authorityKeys(), town.staffKeys(), ApiKeys.of(List.of(), Town.CLOCK))),
            Town.CLOCK);
    anybody = Visitor.anybody(server);
    staff = Visitor.holding(server, town.staff);
    authority = Visitor.holding(server, town.authority);
    agree(new AcquirerApi.Contract("M-0001", "Lantern Books", "5942", 150, Optional.empty()));
  }

  @AfterAll
  static void close() {
    anybody.close();
    staff.close();
    authority.close();
    server.close();
    town.close();
  }

  private static AcquirerApi.Contract agree(AcquirerApi.Contract contract)
      throws HttpFailure {
    return staff.post("/api/merchants", contract, AcquirerApi.Contract.class);
  }

  private static AcquirerApi.Confirmed claims(AcquirerApi.Claim claim) throws HttpFailure {
    return authority.post("/registration/merchant", claim, AcquirerApi.Confirmed.class);
  }

  @Test
  void confirmsAMerchantUnderContract() throws HttpFailure {
    AcquirerApi.Claim claim =
        new AcquirerApi.Claim(Town.ACQUIRER, "M-0001", "Lantern Books", "5942", Optional.empty());
    assertThat(claims(claim).confirmed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "888001, M-0001, Lantern Books, 5942, OTHER_ACQUIRER",
    "999001, M-0009, Lantern Books, 5942, UNKNOWN_MERCHANT",
    "999001, M-0001, Lantern Bank, 5942, OTHER_NAME",
    "999001, M-0001, Lantern Books, 5999, OTHER_CATEGORY"
  })
  void doesNotConfirmWhatTheContractDoesNotSay(
      String bin, String merchant, String name, String category, String reason)
      throws HttpFailure {
    AcquirerApi.Confirmed answer =
        claims(new AcquirerApi.Claim(bin, merchant, name, category, Optional.empty()));
    assertThat(answer.confirmed()).isFalse();
    assertThat(answer.reason()).contains(reason);
  }

  @Test
  void confirmsTheGatewaysItWorksThroughAndNoOther() throws HttpFailure {
    assertThat(gateway(Town.ACQUIRER, Town.GATEWAY).confirmed()).isTrue();
    assertThat(gateway(Town.ACQUIRER, "999801").confirmed()).isFalse();
    assertThat(gateway("888001", Town.GATEWAY).confirmed()).isFalse();
  }

  private static AcquirerApi.Confirmed gateway(String bin, String gateway)
      throws HttpFailure {
    return authority.post(
        "/registration/gateway",
        new AcquirerApi.Gateway(bin, gateway),
        AcquirerApi.Confirmed.class);
  }

  @Test
  void aContractAgreedAgainIsChanged() throws HttpFailure {
    agree(new AcquirerApi.Contract("M-0002", "Fern", "5261", 150, Optional.empty()));
    agree(new AcquirerApi.Contract("M-0002", "Fern and Kettle", "5261", 120, Optional.empty()));
    AcquirerApi.Claim claim =
        new AcquirerApi.Claim(Town.ACQUIRER, "M-0002", "Fern and Kettle", "5261", Optional.empty());
    assertThat(claims(claim).confirmed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', Fern, 5261, 1", "M-0003, '', 5261, 1", "M-0003, Fern, 52, 1", "M-0003, Fern, 5261, -1"
  })
  void refusesAContractThatSaysNothingPossible(
      String id, String name, String category, int fee) {
    refused(
        422,
        "acquirer.contract",
        () -> agree(new AcquirerApi.Contract(id, name, category, fee, Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"merchantId\":\"M\"}", "{\"merchantId\":1}"})
  void refusesWhatIsNoContract(String body) throws Exception {
    assertThat(staff.status("/api/merchants", body)).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/merchants         | {'merchantId':'M','feeBasisPoints':1}    | at $.name",
        "/api/merchants         | {'merchantId':1}                         | at $.merchantId",
        "/api/merchants         | {'feeBasisPoints':'150'}                 | at $.feeBasisPoints",
        "/api/merchants         | {'feeBasisPoints':1.5}                   | at $.feeBasisPoints",
        "/registration/merchant | {'acquirerBin':'999001'}                 | at $.merchantId",
        "/registration/merchant | {'acquirerBin':999001}                   | at $.acquirerBin",
        "/registration/merchant | {'name':{'text':'Mallory'}}              | at $.name",
        "/registration/gateway | {'acquirerBin':'9','gateway':'','Mallory':1} | unknown field in $",
        "/registration/gateway  | {'acquirerBin':'999001'}                 | at $.gateway",
        "/registration/gateway  | {'acquirerBin':'999001','gateway':null}  | at $.gateway",
      })
  void aBodyThatIsNoRecordIsRefusedAndTheFieldNamed(String path, String body, String place)
      throws Exception {
    Visitor visitor = path.startsWith("/registration") ? authority : staff;
    assertThat(visitor.malformed(Mount.Method.POST, path, body.replace('\'', '"')))
        .contains(place)
        .doesNotContain("Mallory");
  }

  @Test
  void saysWhatAMerchantIsOwed() throws HttpFailure {
    AcquirerApi.Owed owed =
        staff.get("/api/merchants/M-0001/owed/978", AcquirerApi.Owed.class);
    assertThat(owed).isEqualTo(new AcquirerApi.Owed("M-0001", 978, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M-0001/owed/euro", "M-0001/owed/0", "M-0009/owed/x", "M-0009/owed/978"})
  @Tag("W10")
  void aMerchantOrCurrencyThatIsNotIsNotFound(String place) {
    refused(
        404,
        "http.path",
        () -> staff.get("/api/merchants/" + place, AcquirerApi.Owed.class));
  }

  @Test
  void withoutTheRightKeyNothingIsShownOrDone() {
    Visitor stranger = Visitor.holding(server, Visitor.key("ann"));
    AcquirerApi.Contract contract =
        new AcquirerApi.Contract("M-0004", "Fern", "5261", 1, Optional.empty());
    for (Visitor visitor : List.of(anybody, authority, stranger)) {
      refused(
          401,
          "http.key",
          () -> visitor.post("/api/merchants", contract, AcquirerApi.Contract.class));
      refused(
          401,
          "http.key",
          () -> visitor.get("/api/merchants/M-0001/owed/978", AcquirerApi.Owed.class));
      refused(401, "http.key", () -> visitor.get("/api/sums", LedgerSums.class));
    }
    stranger.close();
    assertThat(town.acquirer.merchants()).noneMatch(m -> m.id().equals("M-0004"));
  }

  @Test
  void onlyAuthoritiesAskWhoIsUnderContract() {
    AcquirerApi.Claim claim =
        new AcquirerApi.Claim(Town.ACQUIRER, "M-0001", "Lantern Books", "5942", Optional.empty());
    AcquirerApi.Gateway gateway = new AcquirerApi.Gateway(Town.ACQUIRER, Town.GATEWAY);
    Visitor stranger = Visitor.holding(server, Visitor.key("cca-aurora"));
    for (Visitor visitor : List.of(anybody, staff, stranger)) {
      refused(
          401,
          "http.key",
          () ->
              visitor.post("/registration/merchant", claim, AcquirerApi.Confirmed.class));
      refused(
          401,
          "http.key",
          () ->
              visitor.post("/registration/gateway", gateway, AcquirerApi.Confirmed.class));
    }
    stranger.close();
  }

  @Test
  void itsBooksAreBalanced() throws HttpFailure {
    assertThat(staff.get("/api/sums", LedgerSums.class).sums())
        .allMatch(sum -> sum.minor() == 0);
  }
}
