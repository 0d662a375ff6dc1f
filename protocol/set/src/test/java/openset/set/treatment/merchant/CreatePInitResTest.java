package openset.set.treatment.merchant;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.data.Digest;
import openset.set.data.Thumbs;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.treatment.Altered;
import openset.set.treatment.Means;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PInitRes as the merchant makes it. */
final class CreatePInitResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;

  private static CreatePInitRes.Created answer(Optional<Thumbs> thumbs, Means means) {
    PInitReq request =
        Altered.at((PInitReq) HONEST.pInitReq.wrapper().message(), "thumbs", thumbs);
    return CreatePInitRes.create(request, Purchase.OFFER, HONEST.asMerchant(), means);
  }

  private static PInitRes message(CreatePInitRes.Created created) {
    return (PInitRes) created.wrapper().message();
  }

  private static PInitResData data(CreatePInitRes.Created created) {
    Der content = message(created).signed().cms().content().content().orElseThrow();
    return PInitResData.TYPE.decode(content.bytes());
  }

  private static List<Der> ders(Stream<Certificate> certificates) {
    return certificates.map(Certificate::der).distinct().toList();
  }

  @Test
  @Tag("PInitRes-M-01")
  void everyExchangeHasANewXidAndANewChallenge() {
    CreatePInitRes.Created one = answer(Optional.empty(), HONEST.means);
    CreatePInitRes.Created two = answer(Optional.empty(), HONEST.means);
    assertThat(one.sale().transIDs().xid()).isNotEqualTo(two.sale().transIDs().xid());
    assertThat(one.sale().challM()).isNotEqualTo(two.sale().challM());
    assertThat(one.sale().challC()).isEqualTo(HONEST.pInitReq.asked().challC());
  }

  @Test
  void whatIsSignedIsWhatTheCardholderIsHeldTo() {
    CreatePInitRes.Created created = answer(Optional.empty(), HONEST.means);
    PInitResData data = data(created);
    OpenedSale sale = created.sale();
    assertThat(data.transIDs()).isEqualTo(sale.transIDs());
    assertThat(sale.challM()).contains(data.challM());
    assertThat(data.peThumb()).isEqualTo(sale.peThumb());
    assertThat(OpenedSale.TYPE.decode(OpenedSale.TYPE.encode(sale))).isEqualTo(sale);
  }

  @Test
  @Tag("PInitRes-M-02")
  void theGatewaysCertificatesAndAllCrlsGoAlong() {
    PInitRes message = message(answer(Optional.empty(), HONEST.means));
    assertThat(message.signed().cms().certificates())
        .containsExactlyInAnyOrderElementsOf(
            ders(
                Stream.of(
                        WORLD.gateway().certificates().stream(),
                        WORLD.merchantSigning.chain().stream(),
                        Stream.of(WORLD.merchantSigning.certificate()))
                    .flatMap(all -> all)));
    assertThat(message.signed().cms().crls())
        .containsExactlyInAnyOrderElementsOf(
            HONEST.means.trust().crls().stream().map(CertificateList::der).toList());
  }

  @Test
  @Tag("PInitRes-M-02")
  @Tag("K09")
  void whatTheWalletHoldsByItsFullThumbIsLeftOut() {
    Certificate held = WORLD.gateway().certificates().getLast();
    CertificateList list = HONEST.means.trust().crls().getFirst();
    byte[] cut = Arrays.copyOf(WORLD.merchantSigning.certificate().thumb().bytes(), 32);
    cut[31] ^= 1;
    Thumbs thumbs =
        new Thumbs(
            List.of(new Digest(held.thumb()), Digest.of(cut)),
            List.of(new Digest(list.thumb())),
            List.of());
    CreatePInitRes.Created created = answer(Optional.of(thumbs), HONEST.means);
    assertThat(message(created).signed().cms().certificates())
        .doesNotContain(held.der())
        .contains(WORLD.merchantSigning.certificate().der());
    assertThat(message(created).signed().cms().crls())
        .doesNotContain(list.der())
        .hasSize(HONEST.means.trust().crls().size() - 1);
    assertThat(data(created).thumbs()).contains(thumbs);
    refused(
        ErrorCode.thumbsMismatch,
        "PInitRes-C-03",
        () -> HONEST.receivers().pInitRes(created.wrapper()));
  }

  @Test
  @Tag("PInitRes-M-02")
  void theBrandsListOfCrlsGoesAlongUnlessTheWalletHasIt() throws Untrusted {
    BrandCrlIdentifier identifier = WORLD.brand.identifier(WORLD.brand.crls());
    Trust trust = WORLD.trust().withBrandCrls(identifier, PurchaseWorld.NOW);
    Means means = WORLD.means(trust);
    assertThat(data(answer(Optional.empty(), means)).brandCRLIdentifier())
        .contains(identifier);
    Thumbs held =
        new Thumbs(List.of(), List.of(), List.of(new Digest(identifier.thumb())));
    assertThat(data(answer(Optional.of(held), means)).brandCRLIdentifier()).isEmpty();
  }
}
