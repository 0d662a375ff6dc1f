package openset.acquirer;

import java.util.Optional;
import openset.acquirer.store.LoggedAuthorization.Asked;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Terminals;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/** Whether a request is one that this acquirer takes to an issuer, and to which (HL-21, HL-26). */
final class Admission {
  private final Means means;
  private final Routes routes;

  Admission(Means means, Routes routes) {
    this.means = means;
    this.routes = routes;
  }

  /**
   * What is found.
   *
   * @param asked what is kept of the request
   * @param forwarded where it goes; absent where it is refused
   * @param refusal why it goes nowhere
   */
  record Admitted(
      Asked asked, Optional<Forwarded> forwarded, Optional<ResponseCode> refusal) {}

  Admitted of(AuthorizationRequest request) {
    Purchase purchase = request.purchase();
    Asked asked =
        new Asked(
            new Purchase(
                purchase.key(),
                purchase.xid(),
                purchase.transStain(),
                purchase.certificate(),
                purchase.merchantId(),
                purchase.checks().unchecked()),
            request.acceptor(),
            request.reference(),
            request.amount(),
            request.card().number().masked());
    Optional<AcquirerConfig.Route> route = routes.route(request.card().number());
    return means.transactions().inTransaction(tx -> admitted(tx, request, asked, route));
  }

  private Admitted admitted(
      Tx tx, AuthorizationRequest request, Asked asked, Optional<AcquirerConfig.Route> route) {
    Acceptor acceptor = request.acceptor();
    Optional<String> terminal =
        Terminals.in(tx).counting(acceptor.merchant(), acceptor.terminal());
    Optional<ResponseCode> refusal =
        refusal(tx, request, route)
            .or(
                () ->
                    terminal.isEmpty()
                        ? Optional.of(ResponseCode.TERMINAL_NOT_PERMITTED)
                        : Optional.empty());
    Optional<Forwarded> forwarded =
        refusal.isPresent()
            ? Optional.empty()
            : route.map(
                each ->
                    new Forwarded(
                        each.issuer().institution(),
                        means.trace(),
                        terminal.orElseThrow(),
                        each.card()));
    return new Admitted(asked, forwarded, refusal);
  }

  private Optional<ResponseCode> refusal(
      Tx tx, AuthorizationRequest request, Optional<AcquirerConfig.Route> route) {
    if (!request.reference().acquirer().equals(means.institution())
        || !Money.isCurrency(request.amount().currency())) {
      return Optional.of(ResponseCode.INVALID_TRANSACTION);
    }
    Acceptor acceptor = request.acceptor();
    Merchants merchants = Merchants.in(tx);
    boolean known =
        merchants
            .find(acceptor.merchant(), means.now())
            .filter(Merchant::active)
            .filter(each -> each.category().equals(acceptor.category()))
            .isPresent();
    if (!known) return Optional.of(ResponseCode.INVALID_MERCHANT);
    if (route.isEmpty()) return Optional.of(ResponseCode.NO_SUCH_ISSUER);
    boolean taken =
        merchants
            .terms(acceptor.merchant(), means.now())
            .takes(route.get().card().brand());
    return taken ? Optional.empty() : Optional.of(ResponseCode.NOT_PERMITTED);
  }
}
