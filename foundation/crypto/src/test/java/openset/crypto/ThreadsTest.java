package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Keys are shared by all threads of a party. */
class ThreadsTest {
  private static final int TASKS = 400;

  @Test
  void oneKeyServesManyVirtualThreads() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      SigningKeyPair pair = SigningKeyPair.generate(algorithm);
      for (int i = 0; i < TASKS; i++) {
        byte[] message = ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
        tasks.add(() -> pair.publicKey().verify(message, pair.signer().sign(message)));
      }
    }
    for (AgreementAlgorithm algorithm : AgreementAlgorithm.values()) {
      AgreementKeyPair pair = AgreementKeyPair.generate(algorithm);
      for (int i = 0; i < TASKS; i++) {
        tasks.add(
            () -> {
              Encapsulation sent = pair.publicKey().encapsulate();
              return pair.agreement().agree(sent.ephemeralSpki()).equals(sent.shared());
            });
      }
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : threads.invokeAll(tasks)) assertThat(done.get()).isTrue();
    }
  }
}
