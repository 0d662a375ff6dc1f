package openset.theatre.play;

import static org.assertj.core.api.Assertions.assertThat;

import openset.theatre.cast.Lane;
import org.junit.jupiter.api.Test;

class SceneTest {
  @Test
  void anAdviceIsACaptureUntilItReachesTheClearingHouse() {
    assertThat(Scene.of("0220", Lane.GATEWAY, Lane.ACQUIRER)).isEqualTo(Scene.CAPTURE);
    assertThat(Scene.of("0221", Lane.ACQUIRER, Lane.CLEARING)).isEqualTo(Scene.CLEARING);
    assertThat(Scene.of("0230", Lane.ISSUER, Lane.CLEARING)).isEqualTo(Scene.CLEARING);
  }

  @Test
  void aReversalBelongsToTheAuthorization() {
    assertThat(Scene.of("0400", Lane.GATEWAY, Lane.ACQUIRER)).isEqualTo(Scene.AUTHORIZATION);
    assertThat(Scene.of("AuthRevReq", Lane.MERCHANT, Lane.GATEWAY))
        .isEqualTo(Scene.AUTHORIZATION);
  }

  @Test
  void moneyThatGoesBackIsARefundAndACaptureTakenBackIsNot() {
    assertThat(Scene.of("CredReq", Lane.MERCHANT, Lane.GATEWAY)).isEqualTo(Scene.REFUND);
    assertThat(Scene.of("CredRevRes", Lane.GATEWAY, Lane.MERCHANT)).isEqualTo(Scene.REFUND);
    assertThat(Scene.of("CapRevReq", Lane.MERCHANT, Lane.GATEWAY)).isEqualTo(Scene.CAPTURE);
  }

  @Test
  void aMessageThatNobodyKnowsHasAPlaceToo() {
    assertThat(Scene.of("Error", Lane.MERCHANT, Lane.CARDHOLDER)).isEqualTo(Scene.OTHER);
  }
}
