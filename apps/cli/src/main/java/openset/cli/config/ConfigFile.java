package openset.cli.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Reads and writes configuration files. Paths in a file are relative to the file's own folder. */
public final class ConfigFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ConfigFile() {}

  /**
   * The configuration in {@code file}.
   *
   * @throws BadConfig naming the file and the place in it
   */
  public static <T> T read(Path file, Class<T> type) throws BadConfig {
    try {
      return JSON.readValue(Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      throw new BadConfig("There is no configuration file " + file + ".");
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new BadConfig(file + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadConfig("Cannot read " + file + ": " + e.getMessage());
    }
  }

  /**
   * What the participant configured in {@code file} has of its own, whatever its role.
   *
   * @throws BadConfig where it has no back office, too
   */
  public static Own ofOffice(Path file) throws BadConfig {
    JsonNode whole = read(file, JsonNode.class);
    if (!whole.has("office")) throw new BadConfig(file + " configures no back office.");
    try {
      return JSON.treeToValue(whole.path("own"), Own.class);
    } catch (JsonProcessingException e) {
      throw new BadConfig(file + ", \"own\": " + e.getOriginalMessage());
    }
  }

  /** Writes {@code config} so that only its owner can read it, whole or not at all. */
  public static void write(Path file, Object config) throws IOException {
    OwnerFiles.write(file, JSON.writeValueAsBytes(config));
  }

  /** Writes files that only their owner can read. */
  static final class OwnerFiles {
    private OwnerFiles() {}

    static void write(Path file, byte[] content) throws IOException {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path half =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".new",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(half, content);
      Files.move(
          half,
          file,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
