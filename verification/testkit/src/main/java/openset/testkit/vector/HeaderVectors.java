package openset.testkit.vector;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import openset.crypto.Suite;

/** Wrappers that decode and are refused for what their header says: W-02 to W-07, D07. */
final class HeaderVectors {
  private static final int[] VERSION = {0, 0};
  private static final int[] DATE = {0, 1};
  private static final int[] RRPID = {0, 3};

  private final Scene scene = Scene.of(Suite.EDWARDS);
  private final byte[] good = scene.purchase().pInitReq();

  static List<Vector> list() {
    return new HeaderVectors().all();
  }

  private List<Vector> all() {
    return List.of(
        version(0, "versionTooOld"),
        version(2, "versionTooNew"),
        version(255, "versionTooNew"),
        changed("date-an-hour-ago", v -> time("20260601110000Z"), DATE)
            .expect("refused messageTooOld", "W-03"),
        changed("date-in-an-hour", v -> time("20260601130000Z"), DATE)
            .expect("refused messageTooNew", "W-03"),
        changed("rrpid-of-another", MismatchVectors::flipLast, RRPID)
            .expect("refused unknownRRPID", "W-05"),
        extension("d07-extension-critical-unknown", "300c06038837030101ff04020500")
            .expect("refused unrecognizedExtension", "W-04"),
        extension("d07-extension-unknown", "3009060388370304020500").expect("success"));
  }

  private Vector vector(String name, byte[] octets) {
    return scene
        .pInitReq("header/" + name + ".txt", octets)
        .with("comment", name.replace('-', ' '));
  }

  private Vector version(int version, String code) {
    byte[] octets =
        version < 128
            ? new byte[] {2, 1, (byte) version}
            : new byte[] {2, 2, 0, (byte) version};
    return changed("d07-version-" + version, v -> octets, VERSION)
        .expect("refused " + code, "W-02");
  }

  private Vector changed(String name, UnaryOperator<byte[]> change, int... path) {
    return vector(name, Surgery.at(good, change, path));
  }

  private static byte[] time(String text) {
    return Surgery.value(0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  private Vector extension(String name, String hex) {
    byte[] extensions = Surgery.value(0xa1, HexFormat.of().parseHex(hex));
    byte[] content = Surgery.concat(List.of(Surgery.content(good), extensions));
    return vector(name, Surgery.value(0x30, content));
  }
}
