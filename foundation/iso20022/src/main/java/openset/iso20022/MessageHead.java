package openset.iso20022;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What every message of credit transfers begins with.
 *
 * @param id MsgId, 1 to 35 characters, unique for who sends it
 * @param made CreDtTm
 * @param settlementDate IntrBkSttlmDt, the business date
 * @param system proprietary name of the clearing system in which it is settled
 */
public record MessageHead(String id, Instant made, LocalDate settlementDate, String system) {
  public MessageHead {
    Text.max35(id);
    Text.max35(system);
  }

  OffsetDateTime time() {
    return made.atOffset(ZoneOffset.UTC);
  }
}
