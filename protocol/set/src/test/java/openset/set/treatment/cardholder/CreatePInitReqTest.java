package openset.set.treatment.cardholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.PInitReq;
import openset.set.treatment.Purchase;
import openset.set.treatment.Receivers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PInitReq as the wallet makes it. */
final class CreatePInitReqTest {
  private static final Purchase HONEST = Purchase.honest();

  @Test
  @Tag("PInitReq-C-01")
  void rrpidAndChallengeAreNewEachTime() {
    CreatePInitReq.Asked one = CreatePInitReq.create(HONEST.of(), HONEST.means).asked();
    CreatePInitReq.Asked two = CreatePInitReq.create(HONEST.of(), HONEST.means).asked();
    assertThat(one.rrpid()).isNotEqualTo(two.rrpid());
    assertThat(one.challC()).isNotEqualTo(two.challC());
    assertThat(one.challC().octets()).isNotEqualTo(one.rrpid().octets());
  }

  @Test
  void whatIsSentIsWhatTheAnswerIsHeldTo() {
    CreatePInitReq.Created created = HONEST.pInitReq;
    CreatePInitReq.Asked asked = created.asked();
    PInitReq sent = (PInitReq) Receivers.sent(created.wrapper()).message();
    MessageHeader header = created.wrapper().messageHeader();
    assertThat(sent.rrpid()).isEqualTo(asked.rrpid());
    assertThat(sent.challC()).isEqualTo(asked.challC());
    assertThat(sent.brandID()).isEqualTo(asked.brandID());
    assertThat(sent.localIDC()).isEqualTo(asked.lidC());
    assertThat(sent.localIDM()).contains(asked.lidM());
    assertThat(sent.bin()).isEqualTo(HONEST.world.card.bin());
    assertThat(header.rrpid()).contains(asked.rrpid());
    assertThat(header.messageIDs())
        .contains(
            new MessageIDs(
                Optional.of(asked.lidC()), Optional.of(asked.lidM()), Optional.empty()));
    assertThat(CreatePInitReq.Asked.TYPE.decode(CreatePInitReq.Asked.TYPE.encode(asked)))
        .isEqualTo(asked);
  }
}
