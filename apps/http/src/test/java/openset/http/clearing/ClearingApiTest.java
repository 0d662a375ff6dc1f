package openset.http.clearing;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.bank.LedgerSums;
import openset.http.client.HttpFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of a clearing house, over a real connection to a real one. */
@Timeout(120)
final class ClearingApiTest {
  private static Town town;
  private static HttpServer server;
  private static Visitor staff;

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            ClearingApi.routes(town.clearing, town.staffKeys()),
            Town.CLOCK);
    staff = Visitor.holding(server, town.staff);
  }

  @AfterAll
  static void close() {
    staff.close();
    server.close();
    town.close();
  }

  @Test
  void aCycleWithoutItemsIsNotClosed() throws HttpFailure {
    ClearingApi.Ran ran =
        staff.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class);
    assertThat(ran.cycle()).isEmpty();
    assertThat(staff.get("/api/cycles", ClearingApi.Cycles.class).cycles()).isEmpty();
  }

  @Test
  void takesNoBodyWhereNoneBelongs() throws Exception {
    assertThat(staff.status("/api/cycles", "{}")).isEqualTo(400);
    assertThat(staff.status("/api/cycles", "{")).isEqualTo(400);
  }

  @Test
  void saysWhatABankHasWithIt() throws HttpFailure {
    assertThat(staff.get("/api/balances/999001/978", ClearingApi.Balance.class))
        .isEqualTo(new ClearingApi.Balance("999001", 978, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999001/euro", "999001/0", "banks/978", "999555/978"})
  @Tag("W10")
  void aBankOrCurrencyThatIsNotIsNotFound(String place) {
    refused(
        404,
        "http.path",
        () -> staff.get("/api/balances/" + place, ClearingApi.Balance.class));
  }

  @Test
  void itsBooksAreBalanced() throws HttpFailure {
    assertThat(staff.get("/api/sums", LedgerSums.class).sums())
        .allMatch(sum -> sum.minor() == 0);
  }

  @Test
  void breaksClaimsAndFilesAreListsAndWhatIsNotThereIsNotFound() throws Exception {
    assertThat(staff.get("/api/breaks", ClearingApi.OpenBreaks.class).breaks()).isEmpty();
    assertThat(
            staff.post("/api/breaks", Call.None.NONE, ClearingApi.OpenBreaks.class).breaks())
        .isEmpty();
    assertThat(staff.get("/api/claims", ClearingApi.OpenClaims.class).claims()).isEmpty();
    assertThat(staff.get("/api/files/999001", ClearingApi.Files.class).files()).isEmpty();
    refused(404, "http.path", () -> staff.get("/api/files/999555", ClearingApi.Files.class));
    refused(
        404, "http.path", () -> staff.get("/api/positions/C1", ClearingApi.Positions.class));
    ClearingApi.Resolution resolution = new ClearingApi.Resolution("ann", "known");
    refused(
        404,
        "http.path",
        () -> staff.post("/api/breaks/7/resolution", resolution, Call.None.class));
    ClearingApi.Ruling ruling = new ClearingApi.Ruling(true, "proof of delivery");
    refused(
        404, "http.path", () -> staff.post("/api/claims/999100/D1", ruling, Call.None.class));
    refused(
        400,
        "claim.reason",
        () ->
            staff.post(
                "/api/claims/999100/D1", new ClearingApi.Ruling(true, " "), Call.None.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/instructions/C00000001/978",
        "/api/statements/C00000001/999001/978",
        "/api/items/999100/C00000001"
      })
  void downloadsAreForItsPeopleOnly(String path) {
    refused(404, "http.path", () -> staff.get(path, Call.None.class));
    try (Visitor anybody = Visitor.anybody(server)) {
      refused(401, "http.key", () -> anybody.get(path, Call.None.class));
    }
  }

  @Test
  void withoutTheRightKeyNothingIsShownOrDone() {
    List<Visitor> others =
        List.of(
            Visitor.anybody(server),
            Visitor.holding(server, town.authority),
            Visitor.holding(server, Visitor.key("ann")));
    for (Visitor visitor : others) {
      refused(
          401,
          "http.key",
          () -> visitor.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class));
      refused(401, "http.key", () -> visitor.get("/api/cycles", ClearingApi.Cycles.class));
      refused(
          401,
          "http.key",
          () -> visitor.get("/api/balances/999001/978", ClearingApi.Balance.class));
      refused(401, "http.key", () -> visitor.get("/api/sums", LedgerSums.class));
      visitor.close();
    }
  }
}
