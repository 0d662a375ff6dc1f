package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.conduct.Input;
import openset.conduct.Peer;
import openset.merchant.sale.Practice;
import openset.merchant.sale.SaleDesk;
import openset.merchant.sale.SaleFacts;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Brands for which a merchant has no counter open. */
@Timeout(120)
final class CountersTest {
  @Test
  @Tag("PInitReq-M-06")
  void aBrandWithoutCredentialsOrGatewayIsRefusedThoughTheOfferIsForIt() throws Exception {
    Brand brand = new Brand();
    try (Shopfront shopfront = new Shopfront(brand)) {
      PlacedOrder order = shopfront.order("bk-101");
      MessageWrapper asked = shopfront.wallet(1).pInitReq(order.lidM()).wrapper();
      Input request =
          new Input.Received(
              new Peer("wallet"), asked, Der.of(MessageWrapper.TYPE.encode(asked)));
      Means means = brand.means(List.of(brand.merchantSigning), List.of(brand.merchantOpening));
      SaleDesk closed =
          new SaleDesk(
              (brandID, given) -> {
                throw new Refused(ErrorCode.missingCertificate, "PInitReq-M-06");
              },
              Practice.PLAIN);
      Refused refused =
          catchThrowableOfType(
              Refused.class,
              () ->
                  closed.step(
                      Optional.empty(),
                      request,
                      new SaleFacts(Optional.of(order), Set.of()),
                      means));
      assertThat(refused.rule()).isEqualTo("PInitReq-M-06");
    }
  }
}
