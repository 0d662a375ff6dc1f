package openset.issuer.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import openset.crypto.Unauthentic;
import openset.crypto.Vault;
import openset.issuer.card.AccountId;
import openset.issuer.card.Address;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.Holder;
import openset.issuer.card.IdentityDocument;
import openset.issuer.card.SecurityCode;

/**
 * Card numbers and holders as they lie in the tables: sealed for the account they belong to, found
 * by keyed hashes, each kind of value under a prefix of its own.
 */
public final class Secrets {
  private static final Pattern WORDS_END = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LAST_FOUR = Pattern.compile("[0-9]{4}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Vault vault;

  /** Everything under the keys of that vault. */
  public Secrets(Vault vault) {
    this.vault = vault;
  }

  /** The key under which that card is found. */
  public CardKey key(CardNumber number) {
    return new CardKey(hash("card", number.digits()));
  }

  /** The keyed hash by which two applications of one person are known. */
  byte[] documentHash(IdentityDocument document) {
    StringBuilder number = new StringBuilder();
    document.number().chars().filter(Character::isLetterOrDigit).forEach(number::appendCodePoint);
    String folded = number.toString().toUpperCase(Locale.ROOT);
    return hash("document", document.kind() + " " + document.country() + " " + folded);
  }

  /** The keyed hash of some content, to know it again without keeping it. */
  public ContentHash contentHash(byte[] content) {
    byte[] kind = "content:".getBytes(StandardCharsets.US_ASCII);
    return new ContentHash(
        vault.lookup(
            ByteBuffer.allocate(kind.length + content.length).put(kind).put(content).array()));
  }

  /** The keyed hash of some content of a kind. */
  public ContentHash contentHash(byte[] content, String kind) {
    byte[] more = (":" + kind).getBytes(StandardCharsets.US_ASCII);
    return contentHash(
        ByteBuffer.allocate(content.length + more.length).put(content).put(more).array());
  }

  /**
   * The keyed hashes of the words of a text, each once: of four digits as the last of a card, of
   * all others as of a name, whatever their case and accents.
   */
  List<ContentHash> words(String text) {
    return WORDS_END.splitAsStream(folded(text))
        .filter(word -> !word.isEmpty())
        .distinct()
        .map(
            word ->
                new ContentHash(hash(LAST_FOUR.matcher(word).matches() ? "last" : "name", word)))
        .toList();
  }

  private static String folded(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The code printed on a card; another one with another number or expiry. */
  public SecurityCode securityCode(CardNumber number, CardExpiry expiry) {
    return SecurityCode.of(hash("security code", number.digits() + " " + expiry.text()));
  }

  byte[] seal(AccountId account, CardNumber number) {
    return vault.seal(
        numberPlace(account), number.digits().getBytes(StandardCharsets.US_ASCII));
  }

  byte[] seal(AccountId account, Holder holder) {
    return vault.seal(holderPlace(account), written(holder));
  }

  byte[] sealStory(String dispute, String story) {
    return vault.seal(storyPlace(dispute), story.getBytes(StandardCharsets.UTF_8));
  }

  String story(String dispute, byte[] sealed) {
    return new String(open(storyPlace(dispute), sealed), StandardCharsets.UTF_8);
  }

  byte[] sealBundle(String dispute, byte[] bundle) {
    return vault.seal("issuer.dispute.bundle/" + dispute, bundle);
  }

  CardNumber number(AccountId account, byte[] sealed) {
    byte[] digits = open(numberPlace(account), sealed);
    return CardNumber.parse(new String(digits, StandardCharsets.US_ASCII)).orElseThrow();
  }

  Holder holder(AccountId account, byte[] sealed) {
    return read(open(holderPlace(account), sealed));
  }

  private byte[] hash(String kind, String value) {
    return vault.lookup((kind + ":" + value).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] open(String place, byte[] sealed) {
    try {
      return vault.open(place, sealed);
    } catch (Unauthentic e) {
      throw new IllegalStateException("a sealed value was changed or moved: " + place, e);
    }
  }

  private static String numberPlace(AccountId account) {
    return "issuer.card.number/" + account;
  }

  private static String storyPlace(String dispute) {
    return "issuer.dispute.story/" + dispute;
  }

  private static String holderPlace(AccountId account) {
    return "issuer.card.holder/" + account;
  }

  private static byte[] written(Holder holder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(holder.name());
      out.writeUTF(holder.birth().toString());
      out.writeUTF(holder.address().street());
      out.writeUTF(holder.address().city());
      out.writeUTF(holder.address().postcode());
      out.writeUTF(holder.address().country());
      out.writeUTF(holder.document().kind().name());
      out.writeUTF(holder.document().number());
      out.writeUTF(holder.document().country());
      out.writeUTF(holder.document().expiry().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Holder read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Holder(
          in.readUTF(),
          LocalDate.parse(in.readUTF()),
          new Address(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()),
          new IdentityDocument(
              IdentityDocument.Kind.valueOf(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              LocalDate.parse(in.readUTF())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
