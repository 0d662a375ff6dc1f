package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import openset.store.LiveFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thief has all files of the browser's profile, but neither the passkey nor the passphrase
 * (docs/threats.md, W15). While a card is registered every secret that the page hands to WebCrypto
 * is written down beside it; then none of them may be found in any file, in any form, and nothing
 * that the wallet keeps may be put to use.
 */
@InBrowser
@Tag("W15")
class StolenProfileTest {
  /** Nothing of it stands elsewhere, so that packing does not take it apart. */
  private static final String CANARY = "Zq7 Kormoran";

  /** Writes down what a page gives to WebCrypto as a secret, and each private key it makes. */
  private static final String EAVESDROP =
      """
      (() => {
        const heard = (globalThis.heard = []);
        const note = (octets) => {
          const view = octets instanceof ArrayBuffer ? new Uint8Array(octets) : octets;
          let text = '';
          for (const octet of new Uint8Array(view.buffer ?? view, view.byteOffset ?? 0,
            view.byteLength)) text += octet.toString(16).padStart(2, '0');
          heard.push(text);
        };
        const { subtle } = crypto;
        const prototype = SubtleCrypto.prototype;
        const { importKey, generateKey, deriveBits, encrypt } = prototype;
        prototype.importKey = function (format, data, ...more) {
          if (format === 'raw' && more[0] !== 'AES-KW') note(data);
          return importKey.call(this, format, data, ...more);
        };
        prototype.deriveBits = async function (...asked) {
          const bits = await deriveBits.apply(this, asked);
          note(bits);
          return bits;
        };
        prototype.generateKey = async function (...asked) {
          const made = await generateKey.apply(this, asked);
          if (made.privateKey && asked[0].name === 'ECDSA' && asked[1]) {
            note(await subtle.exportKey('pkcs8', made.privateKey));
            const { d } = await subtle.exportKey('jwk', made.privateKey);
            note(Uint8Array.from(atob(d.replace(/-/g, '+').replace(/_/g, '/')), (c) =>
              c.charCodeAt(0)));
          }
          return made;
        };
        prototype.encrypt = function (algorithm, key, data) {
          if (algorithm.additionalData) note(data);
          return encrypt.call(this, algorithm, key, data);
        };
      })();
      """;

  /** All that the wallet keeps, with octets in hexadecimal and what kinds of values there are. */
  static final String TAKE =
      """
      () => new Promise((done, failed) => {
        const opening = indexedDB.open('openset-wallet');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = async () => {
          const found = { keys: 0, octets: [], texts: [], sealed: 0, iterations: [] };
          const hex = (view) =>
            Array.from(view, (octet) => octet.toString(16).padStart(2, '0')).join('');
          const walk = (value) => {
            if (value instanceof CryptoKey) found.keys++;
            else if (value instanceof Uint8Array) found.octets.push(hex(value));
            else if (typeof value === 'string') found.texts.push(value);
            else if (value && typeof value === 'object') {
              if (value.iv) found.sealed++;
              if (value.iterations) found.iterations.push(value.iterations);
              Object.values(value).forEach(walk);
            }
          };
          for (const name of opening.result.objectStoreNames) {
            const all = opening.result.transaction(name).objectStore(name).getAll();
            await new Promise((read) => (all.onsuccess = read));
            walk(all.result);
          }
          opening.result.close();
          done(found);
        };
      })
      """;

  /** Tries every string of octets that lies there as a key, and as what derives one. */
  private static final String TRY =
      """
      async (all) => {
        const octets = all.map((hex) =>
          Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
        const { subtle } = crypto;
        let opened = 0;
        const succeeds = async (attempt) => attempt().then(() => opened++, () => 0);
        const curve = { name: 'ECDSA', namedCurve: 'P-256' };
        const ivs = octets.filter((one) => one.length === 12);
        const texts = octets.filter((one) => one.length > 16);
        const keys = [];
        for (const one of octets) {
          await succeeds(() => subtle.importKey('pkcs8', one, curve, false, ['sign']));
          if (one.length !== 32 && one.length !== 16) continue;
          keys.push(await subtle.importKey('raw', one, 'AES-GCM', false, ['decrypt']));
          const from = await subtle.importKey('raw', one, 'HKDF', false, ['deriveKey']);
          for (const salt of octets.filter((other) => other.length <= 64)) {
            const info = new TextEncoder().encode('OpenSET wallet card 1');
            const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
            const gcm = { name: 'AES-GCM', length: 256 };
            keys.push(await subtle.deriveKey(how, from, gcm, false, ['decrypt']));
          }
        }
        for (const key of keys) for (const iv of ivs) for (const text of texts) {
          if (text.length > 4096) continue;
          await succeeds(() => subtle.decrypt({ name: 'AES-GCM', iv }, key, text));
        }
        return [opened, keys.length];
      }
      """;

  private final TownSquare town = TownSquare.here();

  @Test
  void nothingOfACardUnderAPasskeyIsUsableInTheFilesOfTheProfile(@TempDir Path profile) {
    stolen(profile, true);
  }

  @Test
  void nothingOfACardUnderAPassphraseIsUsableInTheFilesOfTheProfile(@TempDir Path profile) {
    Map<?, ?> kept = stolen(profile, false);
    assertThat((List<?>) kept.get("iterations"))
        .isNotEmpty()
        .allSatisfy(count -> assertThat((Integer) count).isGreaterThanOrEqualTo(600_000));
  }

  private Map<?, ?> stolen(Path profile, boolean prf) {
    Scene scene = Scene.ENGLISH;
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    List<String> secrets = new ArrayList<>();
    try (BrowserContext owner = browser(profile)) {
      owner.addInitScript(EAVESDROP);
      Page page = owner.pages().getFirst();
      Guest.Authenticator.in(owner.newCDPSession(page), prf);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      Applicant.field(page, "Nickname").fill(CANARY);
      if (!prf) {
        page.getByText("With a passphrase").click();
        Applicant.field(page, "Choose a passphrase").fill("Quartz7 violin under pier");
      }
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, "Get my certificate").click();
      Applicant.isReady(page, scene);
      ((List<?>) page.evaluate("globalThis.heard")).forEach(one -> secrets.add((String) one));
    }
    // Signature key twice, the guard's secret, what was sealed, CardSecret and more.
    assertThat(secrets).hasSizeGreaterThan(6);
    notInFiles(profile, secrets, applicant);
    Map<?, ?> kept = notUsable(profile);
    // The browser may pack what it keeps; so it is read unpacked too.
    String octets = String.join(" ", texts(kept, "octets"));
    assertThat(secrets)
        .filteredOn(hex -> hex.length() >= 40)
        .allSatisfy(hex -> assertThat(octets).doesNotContain(hex));
    assertThat(String.join(" ", texts(kept, "texts")))
        .contains(CANARY)
        .doesNotContain(applicant.number());
    return kept;
  }

  private static List<String> texts(Map<?, ?> kept, String name) {
    return ((List<?>) kept.get(name)).stream().map(String.class::cast).toList();
  }

  private static void notInFiles(Path profile, List<String> secrets, Applicant applicant) {
    List<String> hidden = new ArrayList<>();
    secrets.stream()
        .filter(hex -> hex.length() >= 40)
        .map(HexFormat.of()::parseHex)
        .forEach(octets -> forms(octets, hidden));
    String number = applicant.number();
    spelled(number, hidden);
    spelled(number.replaceAll("(.{4})(?=.)", "$1 "), hidden);
    hidden.add(octets(HexFormat.of().parseHex(number)));
    List<String> canary = new ArrayList<>();
    spelled(CANARY, canary);
    boolean found = false;
    for (Path file : files(profile)) {
      String content = octets(read(file));
      found |= canary.stream().anyMatch(content::contains);
      assertThat(hidden.stream().filter(content::contains)).as("secrets in " + file).isEmpty();
    }
    // What may be read is found by this search, so what is not found is not there.
    assertThat(found).isTrue();
  }

  /** Octets as they are, and as they are written by programs. */
  private static void forms(byte[] octets, List<String> hidden) {
    hidden.add(octets(octets));
    spelled(HexFormat.of().formatHex(octets), hidden);
    spelled(Base64.getEncoder().withoutPadding().encodeToString(octets), hidden);
    spelled(Base64.getUrlEncoder().withoutPadding().encodeToString(octets), hidden);
  }

  /** A text in one octet a character, and in two. */
  private static void spelled(String text, List<String> hidden) {
    hidden.add(text);
    hidden.add(octets(text.getBytes(StandardCharsets.UTF_16LE)));
    hidden.add(octets(text.getBytes(StandardCharsets.UTF_16BE)));
  }

  private Map<?, ?> notUsable(Path profile) {
    try (BrowserContext thief = browser(profile)) {
      Page page = thief.pages().getFirst();
      // A passkey of the thief's own is of no use.
      Guest.Authenticator.in(thief.newCDPSession(page), true);
      page.navigate(town.at("wallet", "/#"));
      page.getByText(CANARY).first().waitFor();
      Map<?, ?> kept = (Map<?, ?>) page.evaluate(TAKE);
      assertThat(kept.get("keys")).isEqualTo(0);
      assertThat((Integer) kept.get("sealed")).isGreaterThanOrEqualTo(2);
      List<?> tried = (List<?>) page.evaluate(TRY, kept.get("octets"));
      assertThat(tried.getFirst()).as("what opened").isEqualTo(0);
      assertThat((Integer) tried.getLast()).as("keys tried").isPositive();
      return kept;
    }
  }

  private static BrowserContext browser(Path profile) {
    return Chromium.playwright()
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(Chromium.path().orElseThrow())
                .setHeadless(true)
                .setLocale("en-GB")
                .setArgs(Chromium.switches()));
  }

  private static List<Path> files(Path profile) {
    // A helper of the browser that is just ending may still write into it.
    try {
      return LiveFiles.below(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return LiveFiles.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One character an octet. */
  private static String octets(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }
}
