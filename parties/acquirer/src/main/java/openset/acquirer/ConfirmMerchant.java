package openset.acquirer;

import java.util.Optional;
import openset.acquirer.Confirmation.Confirmed;
import openset.acquirer.Confirmation.NotConfirmed;
import openset.acquirer.Confirmation.Reason;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;

/**
 * Says to a certification authority whether a merchant is who it claims to be. Whoever calls this
 * has authenticated the authority before.
 */
final class ConfirmMerchant {
  private final Means means;

  ConfirmMerchant(Means means) {
    this.means = means;
  }

  Confirmation confirm(MerchantClaim claim) {
    Optional<Merchant> found =
        means
            .transactions()
            .inTransaction(tx -> Merchants.in(tx).find(claim.merchantId(), means.now()));
    if (!claim.acquirerBin().equals(means.institution())) {
      return new NotConfirmed(Reason.OTHER_ACQUIRER);
    }
    if (found.isEmpty()) return new NotConfirmed(Reason.UNKNOWN_MERCHANT);
    Merchant merchant = found.get();
    if (!merchant.active()) return new NotConfirmed(Reason.CONTRACT_NOT_ACTIVE);
    if (!merchant.name().equals(claim.name())) return new NotConfirmed(Reason.OTHER_NAME);
    if (!merchant.category().equals(claim.category())) {
      return new NotConfirmed(Reason.OTHER_CATEGORY);
    }
    if (claim.origin().isPresent() && !claim.origin().equals(merchant.origin())) {
      return new NotConfirmed(Reason.OTHER_ORIGIN);
    }
    return new Confirmed(merchant);
  }
}
