package openset.cardholder.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import openset.crypto.KeyFile;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.set.data.LocalID;

/**
 * The keys of all cards in one file, each under an alias of its own. The file is for one thread, so
 * a lock guards it; whoever pays does not come here, for open cards are kept.
 */
public final class CardKeys {
  private final KeyFile file;
  private final ReentrantLock lock = new ReentrantLock();

  /** The keys in {@code file}, which nobody else uses. */
  public CardKeys(KeyFile file) {
    this.file = file;
  }

  /** A key pair and its certificates; none while it has none. */
  public record Entry(SigningKeyPair pair, List<Certificate> certificates) {}

  /** Puts key pairs and writes the file once. */
  public void put(Map<LocalID, Entry> entries) {
    lock.lock();
    try {
      entries.forEach((card, e) -> file.put(alias(card), e.pair(), der(e.certificates())));
      file.save();
    } catch (IOException e) {
      throw new UncheckedIOException("the wallet's key file cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /** Makes a key pair for a card and writes it down, unless it has one. */
  public void makeSure(LocalID card, SignatureAlgorithm algorithm) {
    lock.lock();
    try {
      if (file.aliases().contains(alias(card))) return;
      put(Map.of(card, new Entry(SigningKeyPair.generate(algorithm), List.of())));
    } finally {
      lock.unlock();
    }
  }

  /** The key pair of a card, which has {@code certificates} from now on. */
  public SigningKeyPair certified(LocalID card, List<Certificate> certificates) {
    lock.lock();
    try {
      SigningKeyPair pair = pair(card);
      if (file.chain(alias(card)).isEmpty()) put(Map.of(card, new Entry(pair, certificates)));
      return pair;
    } finally {
      lock.unlock();
    }
  }

  /** The key pair of a card that has one. */
  public SigningKeyPair pair(LocalID card) {
    lock.lock();
    try {
      return file.signing(alias(card));
    } catch (KeyFile.Unusable e) {
      throw new IllegalStateException("the wallet's key file lacks a card's key", e);
    } finally {
      lock.unlock();
    }
  }

  private static String alias(LocalID card) {
    return "card-" + card;
  }

  private static List<byte[]> der(List<Certificate> certificates) {
    return certificates.stream().map(certificate -> certificate.der().bytes()).toList();
  }
}
