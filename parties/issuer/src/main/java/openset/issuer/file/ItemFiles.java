package openset.issuer.file;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import openset.iso8583.file.AnswerItems;
import openset.iso8583.file.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for files of items at the clearing house, and posts and answers them. */
public final class ItemFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ItemFiles.class);

  private final AnswerItems answers;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("files").factory());

  private ItemFiles(AnswerItems answers) {
    this.answers = answers;
  }

  /**
   * Begins to look.
   *
   * @param answers answers what is found
   * @param every the time between two looks
   */
  public static ItemFiles start(AnswerItems answers, Duration every) {
    ItemFiles files = new ItemFiles(answers);
    files.timer.scheduleWithFixedDelay(
        files::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return files;
  }

  private void look() {
    try {
      int answered = answers.run();
      if (answered > 0) LOG.info("{} files of the clearing house answered", answered);
    } catch (IOException | FileRefused e) {
      LOG.warn("files of the clearing house wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("files of the clearing house failed and wait for the next time", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
