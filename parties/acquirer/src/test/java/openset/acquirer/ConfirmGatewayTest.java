package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import openset.acquirer.GatewayConfirmation.Confirmed;
import openset.acquirer.GatewayConfirmation.NotConfirmed;
import openset.acquirer.GatewayConfirmation.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfirmGatewayTest {

  @Test
  void confirmsTheGatewaysItListensToAndNamesTheReasonOtherwise() throws Exception {
    try (World world = new World()) {
      Acquirer acquirer = world.acquirer;
      assertThat(acquirer.confirm(new GatewayClaim(World.ACQUIRER, World.GATEWAY)))
          .isEqualTo(new Confirmed());
      assertThat(acquirer.confirm(new GatewayClaim("999502", World.GATEWAY)))
          .isEqualTo(new NotConfirmed(Reason.OTHER_ACQUIRER));
      assertThat(acquirer.confirm(new GatewayClaim(World.ACQUIRER, "999801")))
          .isEqualTo(new NotConfirmed(Reason.UNKNOWN_GATEWAY));
      assertThat(acquirer.confirm(new GatewayClaim(World.ACQUIRER, World.CLEARING)))
          .isEqualTo(new NotConfirmed(Reason.UNKNOWN_GATEWAY));
    }
  }
}
