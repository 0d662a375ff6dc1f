package openset.acquirer.file;

import java.io.IOException;
import openset.iso8583.file.AnswerItems;
import openset.iso8583.file.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about files again and again.
 *
 * @param desk sends items
 * @param answers answers items
 */
public record FileRounds(FileDesk desk, AnswerItems answers) {
  private static final Logger LOG = LoggerFactory.getLogger(FileRounds.class);

  /**
   * Does once what there is to do.
   *
   * @param wake is run when items were answered
   */
  public void run(Runnable wake) {
    try {
      if (desk.run()) wake.run();
      answers.run();
    } catch (IOException | FileRefused e) {
      LOG.warn("files for the clearing house wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("files for the clearing house failed and wait for the next time", e);
    }
  }
}
