package openset.iso8583;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what no request waits for: that it came and under which number, nothing of its
 * content. Whoever asked has made an outcome that was not known safe by itself, by reversal.
 *
 * @param link name of the link
 */
public record LinkAlarms(String link) implements LinkEvents {
  private static final Logger LOG = LoggerFactory.getLogger(LinkAlarms.class);

  @Override
  public void late(IsoMessage request, IsoMessage answer) {
    LOG.warn("{}: late {} to STAN {}: ignored", link, answer.mti(), stan(request));
  }

  @Override
  public void lateReversed(IsoMessage answer, IsoMessage reversal) {
    LOG.warn(
        "{}: late {} to STAN {} is taken back by {} of STAN {}",
        link,
        answer.mti(),
        stan(answer),
        reversal.mti(),
        stan(reversal));
  }

  @Override
  public void duplicate(IsoMessage answer) {
    LOG.warn("{}: second {} to STAN {}: ignored", link, answer.mti(), stan(answer));
  }

  @Override
  public void mismatch(IsoMessage request, IsoMessage answer, int field) {
    LOG.error("{}: {} contradicts STAN {} in {}", link, answer.mti(), stan(request), field);
  }

  @Override
  public void unexpected(IsoMessage message) {
    LOG.error("{}: {} that answers nothing: refused", link, message.mti());
  }

  @Override
  public void keyChanged(String check) {
    LOG.info("{}: session key {} in force", link, check);
  }

  @Override
  public void keyRefused() {
    LOG.error("{}: the peer refused a session key", link);
  }

  private static String stan(IsoMessage message) {
    return message.text(11).orElse("none");
  }
}
