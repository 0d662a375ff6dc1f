package openset.gateway.operation;

import java.time.MonthDay;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkEvents;
import openset.iso8583.MalformedMessage;

/**
 * Counts what happens on one link and hands it on. What a link refuses is a breach of the rule of
 * {@code spec/host-link.md} by which it is refused.
 *
 * @param link institution code of the acquirer
 * @param also who hears of it too
 */
public record WatchedLink(String link, Observed observed, LinkEvents also)
    implements LinkEvents {
  private static final String ANSWERS_NOTHING = "HL-08";
  private static final String NO_MESSAGE = "HL-02";
  private static final String WRONG_CODE = "HL-114";

  private void happened(LinkEvent event, String detail) {
    observed.happened(link, event, detail);
  }

  private void refused(String rule, Optional<IsoMessage> message, String why) {
    String type = message.map(one -> one.mti().toString()).orElse("?");
    observed.refused(new Breach(rule, type, why));
  }

  @Override
  public void up() {
    happened(LinkEvent.UP, "");
    also.up();
  }

  @Override
  public void down(String reason) {
    happened(LinkEvent.DOWN, reason);
    also.down(reason);
  }

  @Override
  public void late(IsoMessage request, IsoMessage answer) {
    happened(LinkEvent.LATE, answer.mti().toString());
    also.late(request, answer);
  }

  @Override
  public void lateReversed(IsoMessage answer, IsoMessage reversal) {
    also.lateReversed(answer, reversal);
  }

  @Override
  public void duplicate(IsoMessage answer) {
    happened(LinkEvent.DUPLICATE, answer.mti().toString());
    also.duplicate(answer);
  }

  @Override
  public void mismatch(IsoMessage request, IsoMessage answer, int field) {
    happened(LinkEvent.MISMATCH, String.valueOf(field));
    refused(ANSWERS_NOTHING, Optional.of(answer), "element " + field);
    also.mismatch(request, answer, field);
  }

  @Override
  public void unexpected(IsoMessage message) {
    happened(LinkEvent.UNEXPECTED, message.mti().toString());
    refused(ANSWERS_NOTHING, Optional.of(message), "");
    also.unexpected(message);
  }

  @Override
  public void cutOver(MonthDay day) {
    happened(LinkEvent.CUT_OVER, day.toString().substring(2));
    also.cutOver(day);
  }

  @Override
  public void keyChanged(String check) {
    happened(LinkEvent.KEY, check);
    also.keyChanged(check);
  }

  @Override
  public void keyRefused() {
    happened(LinkEvent.KEY_REFUSED, "");
    also.keyRefused();
  }

  @Override
  public void malformed(MalformedMessage fault) {
    happened(LinkEvent.MALFORMED, "");
    refused(fault.isUnauthentic() ? WRONG_CODE : NO_MESSAGE, Optional.empty(), "");
    also.malformed(fault);
  }
}
