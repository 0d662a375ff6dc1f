package openset.issuer.office;

import openset.issuer.desk.Means;
import openset.issuer.store.CardWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has cards found by words (V191) that were stored before the words were. */
public final class WordsDesk {
  private static final Logger LOG = LoggerFactory.getLogger(WordsDesk.class);
  private static final int AT_ONCE = 200;

  private final Means means;

  /** The desk. */
  public WordsDesk(Means means) {
    this.means = means;
  }

  /** Sees to all of them, so many in a transaction. */
  public void catchUp() {
    long all = 0;
    int some;
    do {
      some =
          means
              .transactions()
              .inTransaction(tx -> new CardWords(tx, means.secrets()).catchUp(AT_ONCE));
      all += some;
    } while (some > 0);
    if (all > 0) LOG.info("{} cards are found by words now", all);
  }
}
