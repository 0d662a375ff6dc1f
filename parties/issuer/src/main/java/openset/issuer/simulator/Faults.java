package openset.issuer.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import openset.issuer.card.AccountId;

/** The faults that are still to come; they are forgotten when the issuer stops. */
final class Faults {
  private static final int MOST = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Fault> coming = new ArrayList<>();

  void add(Fault fault) {
    lock.lock();
    try {
      if (coming.size() >= MOST) throw new IllegalArgumentException("more than 1000 faults");
      coming.add(fault);
    } finally {
      lock.unlock();
    }
  }

  List<Fault> all() {
    lock.lock();
    try {
      return List.copyOf(coming);
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      coming.clear();
    } finally {
      lock.unlock();
    }
  }

  /** The first that fits, which then has come once more. */
  Optional<Fault> take(Optional<AccountId> card, long minor, Predicate<Fault.Effect> kind) {
    lock.lock();
    try {
      for (int i = 0; i < coming.size(); i++) {
        Fault fault = coming.get(i);
        if (!kind.test(fault.effect()) || !fault.isOf(card, minor)) continue;
        if (fault.times() == 1) coming.remove(i);
        else coming.set(i, fault.once());
        return Optional.of(fault);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
