package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.StandInAdvice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the issuer holds no more is not captured. */
@Timeout(120)
class ExpiryTest {
  private static World world;
  private Instant end;

  @BeforeAll
  static void starts() throws Exception {
    world = new World();
    world.clearing.now(request -> World.cleared(request, "C1"));
  }

  @AfterAll
  static void stops() {
    world.close();
  }

  @BeforeEach
  void holdsForThreeDays() {
    end = world.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    world.issuer.forget();
    world.issuer.now(this::held);
  }

  @AfterEach
  void leavesNothingToDeliver() {
    world.awaitDelivered();
  }

  private IsoMessage held(IsoMessage request) {
    IsoMessage answer = World.approve(request);
    boolean asks = request.mti().original().equals(Mti.AUTHORIZATION);
    return asks
        ? new AuthorizationAnswer(Decision.of(answer), CheckResults.NONE, Optional.of(end))
            .answer(request)
        : answer;
  }

  private AuthorizationRequest authorized() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 10_000);
    assertThat(world.code(request.toMessage())).isEqualTo("00");
    return request;
  }

  private String captures(AuthorizationRequest authorized, Octets key, long minor) {
    return world.code(world.capture(authorized, key, minor).toMessage());
  }

  @Test
  @Tag("HL-25")
  void theIssuersEndIsToldToTheGatewayAndToldAgain() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 10_000);
    AuthorizationAnswer first = AuthorizationAnswer.of(world.ask(request.toMessage()));
    assertThat(first.until()).contains(end);
    assertThat(AuthorizationAnswer.of(world.ask(request.with(world.trace()).toMessage())))
        .isEqualTo(first);
  }

  @Test
  @Tag("L05")
  @Tag("HL-42")
  void aCaptureAfterTheEndIsRefusedForGoodAndOneBeforeItIsAnsweredAsBefore()
      throws Exception {
    AuthorizationRequest authorized = authorized();
    Octets before = world.key();
    Octets after = world.key();
    assertThat(captures(authorized, before, 4_000)).isEqualTo("00");
    world.later(Duration.ofDays(3));
    assertThat(captures(authorized, after, 4_000)).isEqualTo("54");
    assertThat(captures(authorized, after, 4_000)).isEqualTo("54");
    assertThat(captures(authorized, before, 4_000)).isEqualTo("00");
    assertThat(
            world.acquirer.item(authorized.purchase().key(), after).orElseThrow().presented())
        .isEmpty();
  }

  @Test
  @Tag("HL-42")
  void whatWasCapturedInTimeIsCreditedAndTakenBackAfterwards() throws Exception {
    AuthorizationRequest authorized = authorized();
    Octets capture = world.key();
    assertThat(captures(authorized, capture, 4_000)).isEqualTo("00");
    world.later(Duration.ofDays(4));
    assertThat(
            world.code(
                world.item(Kind.CREDIT, authorized, world.key(), 1_000).toMessage()))
        .isEqualTo("00");
  }

  @Test
  @Tag("HL-42")
  @Tag("HL-82")
  void whatAGatewayApprovedByItselfEndsWhenItSaidSo() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 10_000);
    StandInAdvice advice =
        new StandInAdvice(
            request, "123456", StandInAdvice.Reason.TIME_OUT, Optional.of(end));
    assertThat(world.code(advice.toMessage())).isEqualTo("00");
    assertThat(StandInAdvice.of(world.issuer.next()).until()).contains(end);
    world.later(Duration.ofDays(3));
    assertThat(captures(request, world.key(), 4_000)).isEqualTo("54");
  }
}
