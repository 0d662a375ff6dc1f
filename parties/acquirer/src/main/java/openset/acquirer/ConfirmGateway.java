package openset.acquirer;

import openset.acquirer.GatewayConfirmation.Confirmed;
import openset.acquirer.GatewayConfirmation.NotConfirmed;
import openset.acquirer.GatewayConfirmation.Reason;

/**
 * Says to a certification authority whether the acquirer works through a gateway. Whoever calls
 * this has authenticated the authority before.
 */
record ConfirmGateway(AcquirerConfig config) {
  GatewayConfirmation confirm(GatewayClaim claim) {
    if (!claim.acquirerBin().equals(config.institution())) {
      return new NotConfirmed(Reason.OTHER_ACQUIRER);
    }
    if (!config.inbound().gateways().contains(claim.gateway())) {
      return new NotConfirmed(Reason.UNKNOWN_GATEWAY);
    }
    return new Confirmed();
  }
}
