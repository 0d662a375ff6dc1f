package openset.set.treatment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BrandBatchDetails;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.SaleDetail;
import openset.set.extension.Extension;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;

/**
 * What every participant checks of a wrapper ({@code spec/conventions.md}, W-02 to W-07). The
 * header is not protected, so it is believed only where the message inside says the same.
 */
public final class WrapperCheck {
  private WrapperCheck() {}

  /** Version, age and extensions (W-02, W-03, W-04). */
  public static void fresh(MessageWrapper wrapper, Means means) throws Refused {
    MessageHeader header = wrapper.messageHeader();
    if (header.version() < MessageHeader.VERSION) throw refused(ErrorCode.versionTooOld, "W-02");
    if (header.version() > MessageHeader.VERSION) throw refused(ErrorCode.versionTooNew, "W-02");
    age(header.date(), means);
    extensions(wrapper.mwExtensions());
  }

  /** A date inside a message or its header, against our clock (W-03). */
  public static void age(Instant date, Means means) throws Refused {
    Instant now = means.now();
    if (date.isBefore(now.minus(means.policy().messageAgeMax()))) {
      throw refused(ErrorCode.messageTooOld, "W-03");
    }
    if (date.isAfter(now.plus(means.policy().clockSkewMax()))) {
      throw refused(ErrorCode.messageTooNew, "W-03");
    }
  }

  /** We know no extension, so a critical one is refused and another ignored (W-04). */
  public static void extensions(Optional<MsgExtensions> extensions) throws Refused {
    extensions(extensions, Set.of());
  }

  /** Of the extensions here we know {@code known}; any other critical one is refused (W-04). */
  public static void extensions(
      Optional<MsgExtensions> extensions, Set<ObjectIdentifier> known) throws Refused {
    if (extensions.flatMap(list -> list.unrecognized(known)).isPresent()) {
      throw refused(ErrorCode.unrecognizedExtension, "W-04");
    }
  }

  /** The same of what a sale is told with. */
  public static void extensions(SaleDetail detail) throws Refused {
    extensions(detail.saleExtensions());
  }

  /** The same of instalments and recurrence; what is known there can be read (EXT-01). */
  public static void extensions(InstallRecurData data) throws Refused {
    extensions(data.irExtensions());
    Extension.INSTALMENT_DAYS.in(data.irExtensions());
  }

  /** The same of a batch and all of its totals. */
  public static void extensions(BatchStatus status) throws Refused {
    extensions(status.batchExtensions());
    extensions(status.batchDetails().batchTotals().batchTotalExtensions());
    for (BrandBatchDetails brand :
        status.batchDetails().brandBatchDetailsSeq().orElse(List.of())) {
      extensions(brand.batchTotals().batchTotalExtensions());
    }
  }

  /** The RRPID outside is the one inside (W-05). */
  public static void sameRRPID(MessageWrapper wrapper, RRPID inside) throws Refused {
    if (!wrapper.messageHeader().rrpid().equals(Optional.of(inside))) {
      throw refused(ErrorCode.unknownRRPID, "W-05");
    }
  }

  /** Each identifier that is outside is the one inside (W-07). */
  public static void sameIDs(MessageWrapper wrapper, TransIDs inside) throws Refused {
    sameIDs(wrapper, MessageIDs.of(inside));
  }

  /** The same, where a message has some of the identifiers only (W-07). */
  public static void sameIDs(MessageWrapper wrapper, MessageIDs inside) throws Refused {
    Optional<MessageIDs> outside = wrapper.messageHeader().messageIDs();
    if (outside.isEmpty()) return;
    boolean same =
        agrees(outside.get().lidC(), inside.lidC())
            && agrees(outside.get().lidM(), inside.lidM())
            && agrees(outside.get().xID(), inside.xID());
    if (!same) throw refused(ErrorCode.wrapperMsgMismatch, "W-07");
  }

  private static <T> boolean agrees(Optional<T> outside, Optional<T> inside) {
    return outside.isEmpty() || outside.equals(inside);
  }

  private static Refused refused(ErrorCode code, String rule) {
    return new Refused(code, rule);
  }
}
